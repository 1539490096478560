// What a person or a pack writes stays text: no element, no script, no request, no page that is wider than its screen.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { close, folder, made, open } from './house.mjs';

after(close);

const hostile = [
  '<script>document.title = "taken"</script>', '</style></title><img src=x onerror=alert(1)>', '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)", '&lt;b&gt; &#60;i&#62; &copy', '<!-- ]]> -->', 'https://example.org/x', '{{goal}} {goal}',
];
const people = hostile.map((text, number) => ({
  words: text, ...made(`goal-${number}`, 'plan', '-a', new URL('../../plans/chronic-back-pain/cases/01-ana.yaml', import.meta.url).pathname, '-s', `goal=${text}`),
}));

function packOf(name, text) {
  const place = join(folder, name);
  const quoted = JSON.stringify(text);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'pack.yaml'), `stepcare: 1\nid: x\nversion: 1\nlanguage: en\nfiles: []\ntitle: ${quoted}\nphase: p\nweeks: 1+\ngoal: g\n`
    + `items:\n  - {id: i, kind: exercise, title: ${quoted}, say: ${quoted}, how: [${quoted}], stop: ${quoted}, track: tick, `
    + `schedule: {start: 1, add: 1, until: 3, unit: ${quoted}}}\n`);
  return { words: text, ...made(name, 'plan', '-p', `${place}/`) };
}
// Braces mean something in a pack's texts, and stay out of these.
const packs = [...hostile.slice(0, 7).map((text, number) => packOf(`pack-${number}`, text)), packOf('pack-long', 'x'.repeat(10000))];

// How many of each element there are: hostile words must not change that.
const elements = tab => tab.evaluate(() => {
  const count = {};
  for (const { localName } of document.querySelectorAll('*')) count[localName] = (count[localName] ?? 0) + 1;
  return count;
});

async function looked(page) {
  const { tab, heard, close } = await open(page);
  await tab.setViewportSize({ width: 320, height: 900 });
  const found = {
    elements: await elements(tab),
    text: await tab.evaluate(() => document.body.textContent),
    title: await tab.title(),
    wide: await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  };
  await close();
  return { ...found, heard };
}

const calm = await looked(made('calm', 'plan', '-a', new URL('../../plans/chronic-back-pain/cases/01-ana.yaml', import.meta.url).pathname, '-s', 'goal=calm'));
const calmPack = await looked(packOf('pack-calm', 'calm'));

for (const [pages, usual] of [[people, calm], [packs, calmPack]])
  for (const page of pages)
    test(`${page.name} stays text`, async () => {
      const found = await looked(page);
      assert.deepEqual(found.elements, usual.elements);
      assert.deepEqual(found.heard, []);
      assert.equal(found.wide, false, 'it scrolls sideways');
      assert.ok(found.text.includes(page.words), 'the words are not there as they were written');
      assert.notEqual(found.title, 'taken');
    });

test('marks of direction and controls are written out', async () => {
  const found = await looked(packOf('pack-direction', 'left \u202eright\u2066 end'));
  assert.doesNotMatch(found.text, /[\u202a-\u202e\u2066-\u2069]/);
  assert.match(found.text, /\\u\{202e\}/);
});
