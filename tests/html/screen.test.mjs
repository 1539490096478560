// On a screen: no barrier that axe knows at level AA or of its best practices, in light and in dark, on the narrowest
// screen and on a wide one; nothing to scroll sideways, with large letters either; a silent console, no request.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { close, everyPage, open } from './house.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

after(close);

async function violations(tab) {
  const found = await tab.evaluate(tags => window.axe.run({ runOnly: tags, resultTypes: ['violations'] }), rules);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html).join('\n  ')}`);
}

const scrolls = tab => tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const page of everyPage())
  test(`${page.name} has no barrier, and is as wide as its screen`, async () => {
    const { tab, heard, close } = await open(page);
    await tab.evaluate(axe);
    for (const width of [320, 1280]) {
      await tab.setViewportSize({ width, height: 900 });
      assert.equal(await scrolls(tab), false, `${width} wide, it scrolls sideways`);
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(tab), [], `${width} wide, ${colorScheme}`);
      }
    }
    for (const [width, letters] of [[640, '100%'], [640, '200%'], [1280, '200%']]) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.evaluate(size => { document.documentElement.style.fontSize = size; }, letters);
      assert.equal(await scrolls(tab), false, `${width} wide with letters of ${letters}, it scrolls sideways`);
    }
    assert.deepEqual(heard, []);
    await close();
  });
