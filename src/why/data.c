/* An explanation as JSON. */
#include "why/why.h"

#include "answers/write.h"
#include "data/data.h"

#include <assert.h>

struct why_json {
    const struct explaining *explaining;
    struct json_writer *json;
};

static void text_of(struct why_json *why, const char *key, const char *text)
{
    json_put_member(why->json, key, text);
}

static void truth_of(struct why_json *why, const char *key, bool truth)
{
    json_put_key(why->json, key);
    json_put_truth(why->json, truth);
}

static void whole_of(struct why_json *why, const char *key, size_t number)
{
    json_put_key(why->json, key);
    if (number > 0)
        json_put_whole(why->json, (int64_t)number);
    else
        json_put_null(why->json);
}

static void questions_of(struct why_json *why, const char *key, struct numbers questions)
{
    data_put_questions(why->json, key, why->explaining->plan->pack, questions);
}

static void answers_of(struct why_json *why, struct numbers questions)
{
    const struct sc_plan *plan = why->explaining->plan;
    json_put_key(why->json, "answers");
    json_begin_object(why->json);
    for (size_t i = 0; i < questions.count; i++) {
        const size_t number = questions.list[i];
        json_put_key(why->json, plan->pack->questions[number].id);
        answer_write_json(why->json, &plan->pack->questions[number], plan->answers[number]);
    }
    json_end_object(why->json);
}

/* Of a fact or of a rule: yes-no, a number, or null. */
static void put_value(struct why_json *why, const struct expr *rule, struct value value)
{
    if (!value.known)
        json_put_null(why->json);
    else if (expr_type(rule) == VALUE_TRUTH)
        json_put_truth(why->json, value.truth);
    else
        json_put_rounded(why->json, value.number);
}

static void facts_of(struct why_json *why, struct numbers facts)
{
    const struct sc_plan *plan = why->explaining->plan;
    json_put_key(why->json, "facts");
    json_begin_object(why->json);
    for (size_t i = 0; i < facts.count; i++) {
        json_put_key(why->json, plan->pack->facts[facts.list[i]].name);
        put_value(why, plan->pack->fact_rules[facts.list[i]], plan->facts[facts.list[i]]);
    }
    json_end_object(why->json);
}

static void evidence_of(struct why_json *why, struct numbers claims)
{
    json_put_key(why->json, "evidence");
    json_begin_array(why->json);
    for (size_t i = 0; i < claims.count; i++) {
        const struct claim *claim = &why->explaining->plan->pack->claims[claims.list[i]];
        json_begin_object(why->json);
        text_of(why, "id", claim->id);
        text_of(why, "status", claim_status_names[claim->status]);
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

static void put_expression(struct why_json *why, const struct expr *when)
{
    const struct place place = when != NULL ? expr_place(when) : (struct place){NULL, 0, 0};
    text_of(why, "words",
            when != NULL ? rule_in_words(why->explaining->arena, why->explaining->plan->pack, when) : NULL);
    text_of(why, "when", when != NULL ? expr_written(when) : NULL);
    text_of(why, "file", place.line > 0 ? place.source->name : NULL);
    whole_of(why, "line", place.line);
    whole_of(why, "column", place.line > 0 ? place.column : 0);
}

/* The keys of a rule, in an object that is open. */
static void put_rule(struct why_json *why, const struct rule_at_work *rule)
{
    text_of(why, "rule", role_names[rule->role]);
    text_of(why, "id", rule->id);
    whole_of(why, "position", rule->position);
    json_put_key(why->json, "value");
    if (rule->when != NULL)
        put_value(why, rule->when, rule->value);
    else
        json_put_null(why->json);
    text_of(why, "text",
            rule->say != NULL ? engine_text(why->explaining->arena, why->explaining->plan, rule->say) : NULL);
    put_expression(why, rule->when);
    answers_of(why, rule->reads);
    questions_of(why, "needs", rule->needs);
    facts_of(why, rule->facts);
    evidence_of(why, rule->evidence);
}

static void rules_of(struct why_json *why, const char *key, const struct rules_at_work *rules)
{
    json_put_key(why->json, key);
    json_begin_array(why->json);
    for (size_t i = 0; i < rules->count; i++) {
        json_begin_object(why->json);
        put_rule(why, &rules->list[i]);
        truth_of(why, "decided", rules->list[i].decided);
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

/* The rules of an obstacle are named by their number in `rules`, from 0. */
static void steps_of(struct why_json *why, const char *key, const struct item *item, struct numbers steps)
{
    json_put_key(why->json, key);
    json_begin_array(why->json);
    for (size_t i = 0; i < steps.count; i++)
        json_put_text(why->json, why->explaining->plan->pack->ladders[item->ladder].steps[steps.list[i]].id);
    json_end_array(why->json);
}

static void obstacles_json(struct why_json *why, const struct item_explained *item)
{
    const struct obstacles obstacles = obstacles_of(why->explaining, item);
    json_put_key(why->json, "in_the_way");
    json_begin_array(why->json);
    for (size_t i = 0; i < obstacles.count; i++) {
        const struct obstacle *obstacle = &obstacles.list[i];
        json_begin_object(why->json);
        text_of(why, "status", item_status_names[obstacle->status]);
        json_put_key(why->json, "rules");
        json_begin_array(why->json);
        for (size_t k = 0; k < obstacle->rule_count; k++)
            json_put_whole(why->json, obstacle->rules[k] - item->rules.list);
        json_end_array(why->json);
        questions_of(why, "needs", obstacle->needs);
        steps_of(why, "steps", item->item, obstacle->steps);
        steps_of(why, "frees", item->item, obstacle->frees);
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

static const struct sc_pack *pack_of(const struct why_json *why)
{
    return why->explaining->plan->pack;
}

static void put_item(struct why_json *why, struct subject subject)
{
    const struct item_explained item = explain_item(why->explaining, subject.number);
    const struct ladder *ladder =
        item.item->ladder != SIZE_MAX ? &pack_of(why)->ladders[item.item->ladder] : NULL;
    text_of(why, "title", item.item->title);
    text_of(why, "status", item.decided != NULL ? item_status_names[item.status] : NULL);
    text_of(why, "phase", pack_of(why)->phases[item.item->phase].id);
    text_of(why, "ladder", ladder != NULL ? ladder->id : NULL);
    text_of(why, "step", ladder != NULL ? ladder->steps[item.item->step].id : NULL);
    rules_of(why, "rules", &item.rules);
    rules_of(why, "beside", &item.beside);
    obstacles_json(why, &item);
    evidence_of(why, item.item->evidence);
}

static void put_alert(struct why_json *why, struct subject subject)
{
    const struct alert *alert = &pack_of(why)->alerts[subject.number];
    struct rules_at_work rules = {0};
    rules_put(why->explaining, &rules, alert_rule(why->explaining, subject.number));
    text_of(why, "title", alert->sign);
    text_of(why, "level", level_names[alert->level]);
    text_of(why, "why",
            alert->why.count > 0 ? engine_text(why->explaining->arena, why->explaining->plan, &alert->why)
                                 : NULL);
    rules_of(why, "rules", &rules);
}

static void gate_of(struct why_json *why, const struct ladder *ladder)
{
    struct rules_at_work rules = {0};
    if (ladder->when_written) {
        rules_put(why->explaining, &rules,
                  rule_at_work(why->explaining, ROLE_GATE, ladder->id, ladder->when));
        rules.list[0].decided = plan_is_printed(why->explaining->plan);
    }
    rules_of(why, "rules", &rules);
}

/* The keys of a step, in an object that is open. */
static void put_step_keys(struct why_json *why, struct subject subject)
{
    const struct sc_plan *plan = why->explaining->plan;
    const struct step *step = &pack_of(why)->ladders[subject.number].steps[subject.step];
    const bool printed = plan_is_printed(plan);
    text_of(why, "title", step->title);
    text_of(why, "state",
            printed ? step_state_names[step_state(&plan->ladders[subject.number], subject.step)] : NULL);
    json_put_key(why->json, "items");
    json_begin_array(why->json);
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++) {
        json_begin_object(why->json);
        text_of(why, "id", plan->pack->items[i].id);
        text_of(why, "status", printed ? item_status_names[plan->items[i].status] : NULL);
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

static void put_step(struct why_json *why, struct subject subject)
{
    text_of(why, "ladder", pack_of(why)->ladders[subject.number].id);
    put_step_keys(why, subject);
    gate_of(why, &pack_of(why)->ladders[subject.number]);
}

static void put_ladder(struct why_json *why, struct subject subject)
{
    const struct sc_plan *plan = why->explaining->plan;
    const struct ladder *ladder = &pack_of(why)->ladders[subject.number];
    const struct plan_ladder *decided = plan_is_printed(plan) ? &plan->ladders[subject.number] : NULL;
    text_of(why, "state", decided != NULL ? ladder_state_names[decided->state] : NULL);
    text_of(why, "step",
            decided != NULL && decided->step != SIZE_MAX ? ladder->steps[decided->step].id : NULL);
    gate_of(why, ladder);
    json_put_key(why->json, "steps");
    json_begin_array(why->json);
    for (size_t i = 0; i < ladder->step_count; i++) {
        json_begin_object(why->json);
        text_of(why, "id", ladder->steps[i].id);
        put_step_keys(why, (struct subject){SUBJECT_STEP, subject.number, i});
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

static void readers_json(struct why_json *why, struct subject subject)
{
    const struct readers readers = readers_of(why->explaining, subject);
    json_put_key(why->json, "readers");
    json_begin_array(why->json);
    for (size_t i = 0; i < readers.count; i++) {
        const struct reader *reader = &readers.list[i];
        json_begin_object(why->json);
        text_of(why, "of", reader->kind);
        text_of(why, "of_id", reader->id);
        truth_of(why, "directly", reader->directly);
        put_rule(why, &reader->rule);
        json_end_object(why->json);
    }
    json_end_array(why->json);
}

static void put_fact(struct why_json *why, struct subject subject)
{
    const struct fact *fact = &pack_of(why)->facts[subject.number];
    struct rules_at_work rules = {0};
    rules_put(why->explaining, &rules, rule_at_work(why->explaining, ROLE_FACT, fact->name, fact->rule));
    rules.list[0].decided = true;
    json_put_key(why->json, "value");
    put_value(why, fact->rule, why->explaining->plan->facts[subject.number]);
    rules_of(why, "rules", &rules);
    readers_json(why, subject);
}

static void put_question(struct why_json *why, struct subject subject)
{
    const struct sc_plan *plan = why->explaining->plan;
    const struct question *question = &plan->pack->questions[subject.number];
    text_of(why, "ask", question->ask);
    json_put_key(why->json, "answer");
    answer_write_json(why->json, question, plan->answers[subject.number]);
    truth_of(why, "missing", is_among(plan->missing, subject.number));
    truth_of(why, "refine", is_among(plan->refine, subject.number));
    readers_json(why, subject);
}

typedef void putter(struct why_json *why, struct subject subject);
static putter *const putters[] = {
    [SUBJECT_ITEM] = put_item, [SUBJECT_ALERT] = put_alert, [SUBJECT_LADDER] = put_ladder,
    [SUBJECT_STEP] = put_step, [SUBJECT_FACT] = put_fact,   [SUBJECT_QUESTION] = put_question,
};
static_assert(sizeof putters / sizeof putters[0] == SUBJECT_KIND_COUNT, "data for each kind");

void why_write_json(const struct explaining *explaining, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    struct why_json why = {explaining, &json};
    const struct rules_at_work screen = screen_rules(explaining);
    char made[11];
    date_print(explaining->plan->made, made);
    json_begin_object(&json);
    json_put_key(&json, "stepcare");
    json_put_whole(&json, 1);
    pack_write_json(&json, "pack", explaining->plan->pack);
    text_of(&why, "made", made);
    text_of(&why, "status", plan_status_names[explaining->plan->status]);
    rules_of(&why, "alerts", &screen);
    json_put_key(&json, "explained");
    json_begin_array(&json);
    for (size_t i = 0; i < explaining->subjects.count; i++) {
        const struct subject subject = explaining->subjects.list[i];
        json_begin_object(&json);
        text_of(&why, "kind", subject_kind_names[subject.kind]);
        text_of(&why, "id", explaining->id);
        putters[subject.kind](&why, subject);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buffer_char(out, '\n');
}
