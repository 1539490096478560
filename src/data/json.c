/* The plan as JSON: the contract for pipelines (stepcare(1), format json). */
#include "json/json.h"
#include "answers/write.h"
#include "data/data.h"

static void date_of(struct json_writer *json, const char *key, struct date date)
{
    char text[11];
    date_print(date, text);
    json_put_member(json, key, date_is_set(date) ? text : NULL);
}

static void weeks_of(struct json_writer *json, struct weeks weeks)
{
    json_put_key(json, "weeks");
    json_begin_object(json);
    json_put_key(json, "from");
    json_put_whole(json, weeks.from);
    json_put_key(json, "to");
    if (weeks.to == 0)
        json_put_null(json);
    else
        json_put_whole(json, weeks.to);
    json_end_object(json);
}

void data_put_words(struct json_writer *json, const char *key, struct words words)
{
    json_put_key(json, key);
    json_begin_array(json);
    for (size_t i = 0; i < words.count; i++)
        json_put_text(json, words.list[i]);
    json_end_array(json);
}

void data_put_questions(struct json_writer *json, const char *key, const struct sc_pack *pack,
                        struct numbers questions)
{
    json_put_key(json, key);
    json_begin_array(json);
    for (size_t i = 0; i < questions.count; i++)
        json_put_text(json, pack->questions[questions.list[i]].id);
    json_end_array(json);
}

static void claims_of(struct json_writer *json, const struct sc_pack *pack, struct numbers claims)
{
    json_put_key(json, "evidence");
    json_begin_array(json);
    for (size_t i = 0; i < claims.count; i++)
        json_put_text(json, pack->claims[claims.list[i]].id);
    json_end_array(json);
}

static void write_because(struct json_writer *json, const struct sc_plan *plan, const struct because *because)
{
    json_begin_object(json);
    json_put_member(json, "rule", because_rule_names[because->rule]);
    json_put_key(json, "value");
    if (because->value == TRUTH_UNKNOWN)
        json_put_null(json);
    else
        json_put_truth(json, because->value == TRUTH_TRUE);
    json_put_member(json, "when", because->when);
    json_put_key(json, "answers");
    json_begin_object(json);
    for (size_t i = 0; i < because->reads.count; i++) {
        size_t question = because->reads.list[i];
        json_put_key(json, plan->pack->questions[question].id);
        answer_write_json(json, &plan->pack->questions[question], plan->answers[question]);
    }
    json_end_object(json);
    json_end_object(json);
}

static void write_alerts(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "alerts");
    json_begin_array(json);
    for (size_t i = 0; i < plan->alert_count; i++) {
        const struct plan_alert *alert = &plan->alerts[i];
        json_begin_object(json);
        json_put_member(json, "id", alert->alert->id);
        json_put_member(json, "level", level_names[alert->alert->level]);
        json_put_member(json, "text", alert->text);
        json_put_member(json, "why", alert->why);
        json_put_key(json, "because");
        json_begin_array(json);
        write_because(json, plan, &alert->because);
        json_end_array(json);
        claims_of(json, plan->pack, alert->alert->evidence);
        json_end_object(json);
    }
    json_end_array(json);
}

void data_put_schedule(struct json_writer *json, const char *key, const struct plan_schedule *schedule)
{
    json_put_key(json, key);
    if (!schedule->there) {
        json_put_null(json);
        return;
    }
    json_begin_object(json);
    json_put_member(json, "unit", schedule->unit);
    json_put_key(json, "days");
    if (schedule->days == 0)
        json_put_null(json);
    else
        json_put_whole(json, schedule->days);
    json_put_key(json, "weekly");
    json_begin_array(json);
    for (size_t i = 0; i < schedule->count; i++)
        json_put_whole(json, schedule->weekly[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_reasons(struct json_writer *json, const struct sc_plan *plan, const struct plan_item *item)
{
    json_put_key(json, "reasons");
    json_begin_array(json);
    for (size_t i = 0; i < item->reason_count; i++) {
        json_begin_object(json);
        json_put_member(json, "id", item->reasons[i].rule->id);
        json_put_member(json, "text", item->reasons[i].text);
        claims_of(json, plan->pack, item->reasons[i].rule->evidence);
        json_end_object(json);
    }
    json_end_array(json);
}

static const char *step_id(const struct sc_pack *pack, const struct item *item)
{
    return item->ladder == SIZE_MAX ? NULL : pack->ladders[item->ladder].steps[item->step].id;
}

static void write_item(struct json_writer *json, const struct sc_plan *plan, const struct plan_item *item)
{
    json_begin_object(json);
    json_put_member(json, "id", item->item->id);
    json_put_member(json, "kind", kind_names[item->item->kind]);
    json_put_member(json, "step", step_id(plan->pack, item->item));
    json_put_member(json, "status", item_status_names[item->status]);
    json_put_member(json, "title", item->item->title);
    json_put_member(json, "text", item->say);
    json_put_member(json, "why", item->why);
    data_put_words(json, "how", item->how);
    json_put_member(json, "smallest", item->smallest);
    json_put_member(json, "good", item->good);
    json_put_member(json, "bad_day", item->bad_day);
    json_put_member(json, "stop", item->stop);
    json_put_member(json, "ask", item->ask);
    json_put_member(json, "doubt", item->doubt);
    data_put_words(json, "notes", item->notes);
    data_put_words(json, "cautions", item->cautions);
    weeks_of(json, item->item->weeks);
    data_put_schedule(json, "schedule", &item->schedule);
    json_put_key(json, "because");
    json_begin_array(json);
    for (size_t i = 0; i < item->because.count; i++)
        write_because(json, plan, &item->because.list[i]);
    json_end_array(json);
    write_reasons(json, plan, item);
    data_put_questions(json, "needs", plan->pack, item->needs);
    claims_of(json, plan->pack, item->evidence);
    json_end_object(json);
}

static void write_ladder(struct json_writer *json, const struct sc_plan *plan, size_t number)
{
    json_put_key(json, "ladder");
    if (number == SIZE_MAX) {
        json_put_null(json);
        return;
    }
    const struct plan_ladder *ladder = &plan->ladders[number];
    json_begin_object(json);
    json_put_member(json, "id", ladder->ladder->id);
    json_put_member(json, "step", ladder->step == SIZE_MAX ? NULL : ladder->ladder->steps[ladder->step].id);
    json_put_member(json, "state", ladder_state_names[ladder->state]);
    json_put_member(json, "text", ladder->text);
    json_end_object(json);
}

static void write_phases(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "phases");
    json_begin_array(json);
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct plan_phase *phase = &plan->phases[i];
        json_begin_object(json);
        json_put_member(json, "id", phase->phase->id);
        json_put_member(json, "title", phase->phase->title);
        json_put_member(json, "goal", phase->goal);
        json_put_member(json, "text", phase->say);
        json_put_member(json, "next", phase->next);
        weeks_of(json, phase->phase->weeks);
        write_ladder(json, plan, phase->phase->ladder);
        json_put_key(json, "items");
        json_begin_array(json);
        for (size_t k = 0; k < phase->phase->item_count; k++)
            write_item(json, plan, &plan->items[phase->phase->first_item + k]);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_reviews(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "reviews");
    json_begin_array(json);
    for (size_t i = 0; i < plan->review_count; i++) {
        const struct review *review = plan->reviews[i].review;
        struct date date = {0, 0, 0};
        if (date_is_set(plan->start))
            date = date_after(plan->start, 7L * review->week - 1);
        json_begin_object(json);
        json_put_key(json, "week");
        json_put_whole(json, review->week);
        date_of(json, "date", date);
        json_put_member(json, "text", plan->reviews[i].text);
        data_put_questions(json, "look_at", plan->pack, review->look_at);
        json_end_object(json);
    }
    json_end_array(json);
}

void data_put_claim(struct json_writer *json, const struct claim *claim)
{
    json_put_member(json, "id", claim->id);
    json_put_member(json, "says", claim->says);
    json_put_member(json, "finding", claim->finding);
    json_put_member(json, "status", claim_status_names[claim->status]);
    json_put_key(json, "checked");
    if (claim->checked_written)
        json_put_truth(json, claim->checked);
    else
        json_put_null(json);
}

static void write_evidence(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "evidence");
    json_begin_array(json);
    for (size_t i = 0; i < plan->evidence.count; i++) {
        const struct claim *claim = &plan->pack->claims[plan->evidence.list[i]];
        json_begin_object(json);
        data_put_claim(json, claim);
        json_put_member(json, "disputed", claim->disputed);
        json_put_key(json, "sources");
        json_begin_array(json);
        for (size_t k = 0; k < claim->sources.count; k++)
            json_put_text(json, plan->pack->sources[claim->sources.list[k]].id);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_answers(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "answers");
    json_begin_object(json);
    for (size_t i = 0; i < plan->pack->question_count; i++) {
        if (!plan->answers[i].known)
            continue;
        json_put_key(json, plan->pack->questions[i].id);
        answer_write_json(json, &plan->pack->questions[i], plan->answers[i]);
    }
    json_end_object(json);
}

static void write_facts(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "facts");
    json_begin_object(json);
    for (size_t i = 0; plan_is_printed(plan) && i < plan->pack->fact_count; i++) {
        json_put_key(json, plan->pack->facts[i].name);
        if (!plan->facts[i].known)
            json_put_null(json);
        else if (expr_type(plan->pack->fact_rules[i]) == VALUE_TRUTH)
            json_put_truth(json, plan->facts[i].truth);
        else
            json_put_rounded(json, plan->facts[i].number);
    }
    json_end_object(json);
}

static void write_warnings(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "warnings");
    json_begin_array(json);
    for (size_t i = 0; i < plan->warning_count; i++)
        json_put_text(json, plan->warnings[i].text);
    json_end_array(json);
}

void data_write_json(const struct sc_plan *plan, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    json_begin_object(&json);
    json_put_key(&json, "stepcare");
    json_put_whole(&json, 1);
    pack_write_json(&json, "pack", plan->pack);
    date_of(&json, "made", plan->made);
    date_of(&json, "start", plan->start);
    json_put_member(&json, "status", plan_status_names[plan->status]);
    write_answers(&json, plan);
    write_facts(&json, plan);
    write_alerts(&json, plan);
    data_put_questions(&json, "missing", plan->pack, plan->missing);
    data_put_questions(&json, "refine", plan->pack, plan->refine);
    write_phases(&json, plan);
    write_reviews(&json, plan);
    write_warnings(&json, plan);
    write_evidence(&json, plan);
    json_put_member(&json, "notice", plan->notice);
    json_put_key(&json, "expired");
    json_put_truth(&json, plan->expired);
    json_end_object(&json);
    buffer_char(out, '\n');
}
