// Calendars of every person of the pack (the cases with a number), read by ical.js and held against the same plan as JSON.
//
//     npm ci && node read.mjs PROGRAM
//
// ical.js is another library than the one that wrote them, and the one behind Thunderbird.

import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ICAL from "ical.js";

const program = resolve(process.argv[2]);
const source = resolve(process.argv[3] ?? ".");
const cases = join(source, "plans/chronic-back-pain/cases");
const start = "2026-11-30";
const lastWeek = 12;
const more = { en: "The rest stands in your plan.", es: "Lo demás está en su plan." };
const stop = { en: "Stop and get help", es: "Pare y busque ayuda" };
// Of titles that tell nobody anything; %s is the number of a week.
const discreet = {
    en: ["Week %s begins", "Time for yourself, week %s", "A few quiet minutes, week %s", "Look back, week %s"],
    es: ["Empieza la semana %s", "Tiempo para usted, semana %s", "Unos minutos de calma, semana %s", "Mirar atrás, semana %s"],
};

function run(...options) {
    const result = spawnSync(program, ["plan", ...options], { encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
    assert.ok([0, 5, 6].includes(result.status), result.stderr);
    return result;
}

// The first day of a week, and days after it.
function day(week, days = 0) {
    return new Date(Date.parse(start) + ((week - 1) * 7 + days) * 86400000).toISOString().slice(0, 10);
}

function read(text) {
    assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !/[\x00-\x1f\x7f]/.test(line)));
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.name, "vcalendar");
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert.equal(calendar.getFirstProperty("method"), null);
    return calendar.getAllSubcomponents().map((component) => {
        assert.equal(component.name, "vevent");
        const event = new ICAL.Event(component);
        const days = [];
        if (event.isRecurring()) {
            const iterator = event.iterator();
            for (let next = iterator.next(); next; next = iterator.next()) {
                days.push(next.toString().slice(0, 10));
            }
        } else {
            days.push(event.startDate.toString().slice(0, 10));
        }
        return { event, component, days, title: event.summary, lines: event.description.split("\n") };
    });
}

// On which days an entry has this line.
function daysWith(events, line) {
    return events.filter((one) => one.lines.includes(line)).flatMap((one) => one.days);
}

// Each scheduled exercise on as many days of each of its weeks as the plan says, with that week's number.
function checkExercises(plan, events) {
    for (const item of plan.phases.flatMap((phase) => phase.items)) {
        if (item.status !== "offered" || item.kind !== "exercise" || item.schedule === null) {
            continue;
        }
        const { weekly, unit, days } = item.schedule;
        const wanted = new Set();
        for (let week = item.weeks.from; week <= Math.min(item.weeks.to ?? lastWeek, lastWeek); week++) {
            const number = weekly[Math.min(week - item.weeks.from, weekly.length - 1)];
            const line = `${item.title}: ${number} ${unit}`;
            wanted.add(line);
            const there = daysWith(events, line).filter((date) => date >= day(week) && date < day(week + 1));
            const spread = Array.from({ length: days }, (_, number) => day(week, Math.floor((number * 7) / days)));
            assert.deepEqual(there, spread, `${line} in week ${week}`);
        }
        const others = events.flatMap((one) => one.lines).filter((line) => line.startsWith(`${item.title}: `) && line.endsWith(unit));
        assert.deepEqual(new Set(others), wanted);
    }
}

// Practices come every evening of their weeks, in the time of wherever the person is.
function checkPractices(plan, events) {
    for (const item of plan.phases.flatMap((phase) => phase.items)) {
        if (item.status !== "offered" || item.kind !== "practice") {
            continue;
        }
        const to = Math.min(item.weeks.to ?? lastWeek, lastWeek);
        const wanted = Array.from({ length: 7 * (to - item.weeks.from + 1) }, (_, days) => day(item.weeks.from, days));
        assert.deepEqual(daysWith(events, item.title), wanted, item.id);
        for (const { event, component } of events.filter((one) => one.lines.includes(item.title))) {
            assert.equal(event.startDate.zone, ICAL.Timezone.localTimezone);
            assert.equal(event.startDate.isDate, false);
            assert.equal(component.getFirstSubcomponent("valarm").getFirstPropertyValue("action"), "DISPLAY");
        }
    }
}

function checkReviewsAndPhases(plan, events, language) {
    for (const review of plan.reviews) {
        const due = events.filter((one) => one.lines[0] === review.text);
        assert.deepEqual(due.flatMap((one) => one.days), [review.date]);
        assert.ok(due[0].lines.includes(stop[language]));
        assert.ok(due[0].lines.some((line) => line.includes("911") || line.includes("112") || line.includes("999")));
    }
    for (const phase of plan.phases) {
        assert.equal(events.filter((one) => one.title.startsWith(discreet[language][0].replace("%s", phase.weeks.from)) &&
            one.days[0] === day(phase.weeks.from)).length, 1, phase.id);
    }
}

function checkWords(plan, events, language, isDiscreet) {
    const words = events.map((one) => `${one.title}\n${one.lines.join("\n")}`).join("\n").toLowerCase();
    const medicines = plan.phases.flatMap((phase) => phase.items).filter((item) => item.kind === "medicine");
    assert.ok(medicines.length > 3);
    for (const { id, title } of medicines) {
        assert.ok(!words.includes(title.toLowerCase()) && !words.includes(id), id);
    }
    assert.ok(!/\d\s*(mg|mcg|g|ml)\b/.test(words));
    const neutral = events.every(({ event, title }) =>
        discreet[language].some((phrase) => new RegExp(`^${phrase.replace("%s", "\\d+")}$`).test(title)) &&
        event.component.getFirstPropertyValue("class") === "PRIVATE");
    assert.equal(neutral, isDiscreet);
}

function check(sheet, language, isDiscreet) {
    const options = ["-a", sheet, "--start", start, "--today", "2026-11-23", "--lang", language];
    const result = run(...options, "-f", "ics", "--discreet", isDiscreet ? "yes" : "no");
    const plan = JSON.parse(run(...options, "-f", "json").stdout);
    const events = read(result.stdout);
    assert.equal(new Set(events.map((one) => one.event.uid)).size, events.length);
    if (plan.phases.length === 0) {
        assert.equal(events.length, 0);
        assert.ok(result.status >= 5 && result.stderr.length > 100);
        return new Map();
    }
    assert.equal(result.status, 0);
    assert.equal(result.stderr, "");
    checkExercises(plan, events);
    checkPractices(plan, events);
    checkReviewsAndPhases(plan, events, language);
    checkWords(plan, events, language, isDiscreet);
    assert.ok(events.some((one) => one.lines.at(-1) === more[language]));
    return new Map(events.map((one) => [one.event.uid, `${one.event.startDate} ${one.days}`]));
}

// The same person later: other answers, another number of minutes.
function checkRenewed(sheet, before) {
    const options = ["-s", "walk_now=7", "-s", "hard=tired,poor_sleep", "-s", "goal=Dance", "-s", "minutes=two"];
    const text = run("-a", sheet, ...options, "--start", start, "--today", "2027-01-04", "-f", "ics").stdout;
    const after = read(text);
    assert.deepEqual(new Map(after.map((one) => [one.event.uid, `${one.event.startDate} ${one.days}`])), before);
    assert.ok(after.every((one) => one.event.sequence === 46347 + 42));
}

let printed = 0;
const sheets = readdirSync(cases).filter((name) => /^\d/.test(name)).sort().map((name) => join(cases, name));
for (const sheet of sheets) {
    const all = ["en", "es"].flatMap((language) => [true, false].map((isDiscreet) => check(sheet, language, isDiscreet)));
    // Neither the language nor the titles make it another event.
    for (const uids of all) {
        assert.deepEqual(uids, all[0]);
    }
    if (all[0].size > 0) {
        checkRenewed(sheet, all[0]);
        printed++;
    }
}
assert.ok(printed >= 10 && sheets.length > printed);
console.log(`${4 * sheets.length + printed} calendars of ${sheets.length} cases, ${printed} of them with a plan, read by ical.js`);
