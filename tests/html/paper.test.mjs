// On paper, A4 and Letter: each phase begins a page, a plan that is withheld and a week's sheet are one page, and
// nothing that the page says is lost on the way to the printer.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { close, everyPage, made, open, run } from './house.mjs';

after(close);

const ana = ['-a', new URL('../../plans/chronic-back-pain/cases/01-ana.yaml', import.meta.url).pathname];
const weeks = [1, 4, 8, 12].flatMap(week => ['en', 'es'].map(lang =>
  ({ ...made(`week-${week}-${lang}`, 'plan', ...ana, '--week', `${week}`, '--lang', lang), status: 'week' })));
const words = text => text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');

async function printed(page, format) {
  const { tab, close } = await open(page);
  const file = page.file.replace('.html', `-${format}.pdf`);
  const phases = await tab.evaluate(() => [...document.querySelectorAll('.phase > h2 > .label')].map(label => label.innerText));
  const shown = await tab.evaluate(() => [document.querySelector('header'), document.querySelector('main')].map(part => part.innerText).join(' '));
  writeFileSync(file, await tab.pdf({ format, preferCSSPageSize: false }));
  await close();
  const count = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))[1]);
  const pages = Array.from({ length: count }, (_, number) =>
    run('pdftotext', '-layout', '-f', `${number + 1}`, '-l', `${number + 1}`, file, '-'));
  return { pages, phases, shown };
}

for (const page of [...everyPage(), ...weeks])
  for (const format of ['A4', 'Letter'])
    test(`${page.name} on ${format}`, async () => {
      const { pages, phases, shown } = await printed(page, format);
      if (['withheld', 'week'].includes(page.status)) assert.equal(pages.length, 1, `${pages.length} pages`);
      for (const phase of phases)
        assert.equal(pages.filter(text => text.trimStart().startsWith(phase)).length, 1, `${phase} does not begin a page`);
      for (const [number, text] of pages.entries()) assert.ok(words(text).length > 5, `page ${number + 1} is all but empty`);
      const paper = new Set(words(pages.join(' ')));
      // A word that is broken over two lines is looked for by its parts.
      const lost = words(shown).filter(word => !paper.has(word));
      assert.deepEqual(lost.filter(word => !pages.join('').replace(/\s+/g, '').includes(word)), []);
    });
