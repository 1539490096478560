// What the tests of HTML share: pages that the program makes, and a Chromium to open them in.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const program = process.env.STEPCARE;
if (!program) throw new Error('STEPCARE names no program');
const cases = new URL('../../plans/chronic-back-pain/cases/', import.meta.url).pathname;

export const folder = mkdtempSync(join(tmpdir(), 'stepcare-html-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// The standard output of a command that prints, whatever its exit status says of the plan.
export function stepcare(...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (![0, 5, 6].includes(status)) throw new Error(`stepcare ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const dates = ['--today', '2026-11-23', '--start', '2026-11-30'];

// A page in a file of its own, and what is known of it.
export function made(name, command, ...args) {
  const given = command === 'plan' ? [...args, ...dates] : args;
  const file = join(folder, `${name}.html`);
  const html = stepcare(command, '-f', 'html', ...given);
  writeFileSync(file, html);
  return { name, file, html, text: stepcare(command, '-f', 'text', ...given) };
}

function plan(name, ...args) {
  const status = JSON.parse(stepcare('plan', '-f', 'brief', ...args)).status;
  return { ...made(name, 'plan', ...args), status };
}

const inSpanish = ['02-ben', '03-chloe', '11-kim'];

// Every person of the pack (the cases with a number), some of them in Spanish too, a person who has answered nothing,
// explanations, and the claims.
export function everyPage() {
  const names = readdirSync(cases).filter(sheet => /^\d/.test(sheet)).sort().map(sheet => basename(sheet, '.yaml'));
  const sheet = name => join(cases, `${name}.yaml`);
  const inLanguage = (name, language) => plan(`${name}-${language}`, '-a', sheet(name), '--lang', language);
  return [
    ...names.map(name => inLanguage(name, 'en')),
    ...inSpanish.map(name => inLanguage(name, 'es')),
    plan('no-answers', '-s', 'hard=unknown'),
    plan('04-dev-with-why', '-a', sheet('04-dev'), '--why'),
    made('why-offered', 'why', 'gabapentin', '-a', sheet('04-dev')),
    made('why-no-plan', 'why', 'ibuprofen', '-a', sheet('08-hana'), '--lang', 'es'),
    made('why-question', 'why', 'medicines', '-a', sheet('11-kim')),
    made('evidence', 'evidence'),
  ];
}

let running;
export async function browser() {
  running ??= await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return running;
}
export async function close() {
  await running?.close();
}

// A page in a tab of its own. `heard` lists what a page must not do: speak on the console, or ask for anything beyond
// its own file.
export async function open(page) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const heard = [];
  tab.on('console', message => heard.push(`console: ${message.text()}`));
  tab.on('pageerror', error => heard.push(`error: ${error}`));
  tab.on('request', request => request.url() === `file://${page.file}` || heard.push(`request: ${request.url()}`));
  await tab.goto(`file://${page.file}`);
  return { tab, heard, close: () => context.close() };
}

export function run(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8' });
}
