/* The drawing of a pack: which boxes there are, where the own way leads, and that no text escapes its quotes.
 */
#include "../house.h"

#include "graph/graph.h"
#include "support/arena.h"

#define LADDER                                                                                               \
    PACK_HEAD                                                                                                \
    "questions:\n"                                                                                           \
    "  - {id: ulcer, ask: Ulcer?, type: yes-no}\n"                                                           \
    "  - {id: kidney, ask: Kidney?, type: yes-no}\n"                                                         \
    "  - {id: wants, ask: Wants?, type: yes-no}\n"                                                           \
    "  - {id: flag, ask: Flag?, type: yes-no}\n"                                                             \
    "alerts:\n"                                                                                              \
    "  - {id: now, level: emergency, when: flag and ulcer, say: NOW}\n"                                      \
    "  - {id: today, level: urgent, when: flag, say: TODAY}\n"                                               \
    "  - {id: today-too, level: urgent, when: flag and kidney, say: TODAY}\n"                                \
    "reviews:\n  - {week: 2, say: Look.}\n  - {week: 4, say: Look.}\n"                                       \
    "phase: one\nweeks: 1-4\ngoal: Go.\n"                                                                    \
    "ladder:\n  id: l\n  when: wants\n  otherwise: O\n  exhausted: E\n  steps:\n"                            \
    "    - {id: s1, title: S1, items: [{id: a, kind: medicine, title: A, say: A, avoid: [{when: ulcer, "     \
    "say: U}]}]}\n"                                                                                          \
    "    - {id: s2, title: B, items: [{id: b, kind: medicine, title: B, say: B, avoid: [{when: kidney, "     \
    "say: K}]}]}\n"

static struct arena *arena;
static struct sc_pack *pack;
static struct sc_diagnostics *diagnostics;
static struct escape escape;

static int open_pack(void **state)
{
    (void)state;
    diagnostics = sc_diagnostics_new();
    pack = good_pack(LADDER);
    arena = arena_new(&escape);
    return setjmp(escape.landing);
}

static int close_pack(void **state)
{
    (void)state;
    arena_free(arena);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return 0;
}

/* The names of the boxes on the own way, in order; the one where it ends in capitals. */
static const char *own_way(const char *const *answers)
{
    struct sc_sheet *sheet = sc_sheet_new(pack);
    struct sc_plan *plan = NULL;
    for (; *answers != NULL; answers++)
        assert_int_equal(sc_sheet_set(sheet, *answers, diagnostics), SC_OK);
    assert_int_equal(sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", NULL}, diagnostics, &plan),
                     SC_OK);
    const struct graph *graph = graph_of(arena, pack, plan);
    struct buffer way = buffer_in(arena);
    for (size_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].mark != MARK_NONE)
            buffer_print(&way, "%s%s ", graph->nodes[i].name, graph->nodes[i].mark == MARK_HERE ? "!" : "");
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    return buffer_string(&way);
}
#define WAY(...) own_way((const char *const[]){__VA_ARGS__, NULL})

static void the_own_way_ends_where_the_plan_says(void **state)
{
    (void)state;
    assert_string_equal(WAY("ulcer=no"), "first! ");
    assert_string_equal(WAY("flag=yes", "ulcer=yes"), "first stop_0! ");
    assert_string_equal(WAY("flag=yes", "ulcer=no"), "first stop_1! ");
    assert_string_equal(WAY("flag=no"), "first phase_0 gate_0! ");
    assert_string_equal(WAY("flag=no", "wants=no"), "first phase_0 gate_0 without_0! ");
    assert_string_equal(WAY("flag=no", "wants=yes", "ulcer=no"), "first phase_0 gate_0 step_0_0! ");
    assert_string_equal(WAY("flag=no", "wants=yes"), "first phase_0 gate_0 step_0_0! ");
    assert_string_equal(WAY("flag=no", "wants=yes", "ulcer=yes", "kidney=no"),
                        "first phase_0 gate_0 step_0_0 step_0_1! ");
    assert_string_equal(WAY("flag=no", "wants=yes", "ulcer=yes", "kidney=yes"),
                        "first phase_0 gate_0 step_0_0 step_0_1 end_0! ");
}

static void every_part_of_the_pack_has_a_box(void **state)
{
    (void)state;
    const struct graph *graph = graph_of(arena, pack, NULL);
    static const char *const boxes[][3] = {{"first", "First: red flags", NULL},
                                           {"phase_0", "Weeks 1-4", "Test\nreview: week 2, 4"},
                                           {"gate_0", "Needed?", NULL},
                                           {"without_0", "Go on without", NULL},
                                           {"step_0_0", "1. S1", "A"},
                                           {"step_0_1", "2. B", NULL},
                                           {"end_0", "None fits: ask your clinician", NULL},
                                           {"stop_0", "Get help now", "1 red flag"},
                                           {"stop_1", "See someone today", "2 red flags"}};
    assert_int_equal(graph->node_count, sizeof boxes / sizeof boxes[0]);
    for (size_t i = 0; i < graph->node_count; i++) {
        assert_string_equal(graph->nodes[i].name, boxes[i][0]);
        assert_string_equal(graph->nodes[i].title, boxes[i][1]);
        assert_int_equal(graph->nodes[i].detail == NULL, boxes[i][2] == NULL);
        if (boxes[i][2] != NULL)
            assert_string_equal(graph->nodes[i].detail, boxes[i][2]);
        assert_int_equal(graph->nodes[i].mark, MARK_NONE);
    }
}

static void no_text_leaves_its_label(void **state)
{
    (void)state;
    struct sc_pack *hostile = good_pack(
        "stepcare: 1\nid: x\nversion: 1\nlanguage: en\nfiles: []\n"
        "phase: one\nweeks: 1+\n"
        "title: \"A\\\"]; evil -> evil [label=\\\"\\\\N |end; <b> #quot; \\u202e}\"\ngoal: Go.\n");
    const struct graph *graph = graph_of(arena, hostile, NULL);
    struct buffer dot = buffer_in(arena), mermaid = buffer_in(arena);
    graph_write_dot(graph, &dot);
    graph_write_mermaid(graph, &mermaid);
    /* In the quotes of dot a quote and a backslash stand behind a backslash. */
    assert_holds(buffer_string(&dot), "A\\\"]; evil");
    assert_holds(buffer_string(&dot), "\\\\N");
    assert_holds_not(buffer_string(&dot), "\u202e");
    /* In Mermaid only what is no sign of its own stands as it is. */
    assert_holds(buffer_string(&mermaid), "A#34;#93;#59; evil -#62; evil");
    assert_holds_not(buffer_string(&mermaid), "<b>");
    assert_holds_not(buffer_string(&mermaid), "\u202e");
    sc_pack_free(hostile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_own_way_ends_where_the_plan_says),
        cmocka_unit_test(every_part_of_the_pack_has_a_box),
        cmocka_unit_test(no_text_leaves_its_label),
    };
    return cmocka_run_group_tests(tests, open_pack, close_pack);
}
