// The markup: valid, and of the kind that a reader by ear can walk through.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { everyPage } from './house.mjs';

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard', 'html-validate:a11y'] }));

for (const page of everyPage())
  test(`${page.name} is valid HTML`, async () => {
    const report = await validator.validateString(page.html, page.file);
    assert.deepEqual(report.results.flatMap(({ messages }) => messages.map(
      ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)), []);
  });
