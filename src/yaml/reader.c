/* libyaml's events become a tree. */
#include "yaml/yaml.h"

#include "support/clean.h"
#include "support/duplicates.h"
#include "support/limits.h"
#include "support/text.h"
#include "yaml/check.h"

#include <string.h>
#include <yaml.h>

/* A mapping or sequence that is open. */
struct level {
    node_id id, last_child;
};

struct reading {
    struct arena *arena;
    const struct source *source;
    struct sc_diagnostics *diagnostics;
    yaml_parser_t parser;
    yaml_event_t event;
    bool holds_event;
    struct node *nodes;
    size_t count, capacity;
    char *bytes;
    size_t bytes_length, bytes_capacity;
    struct level open[LIMIT_DEPTH];
    size_t depth;
    unsigned documents;
    bool stopped; /* reported: no tree can come of it */
};

static struct place place_of(const struct reading *reading, yaml_mark_t mark)
{
    return (struct place){reading->source, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static void stop(struct reading *reading, yaml_mark_t mark, const char *message)
{
    diagnostics_error(reading->diagnostics, place_of(reading, mark), NULL, "%s", message);
    reading->stopped = true;
}

static node_id add_node(struct reading *reading, enum node_kind kind, yaml_mark_t mark)
{
    reading->nodes = arena_grow(reading->arena, reading->nodes, reading->count, &reading->capacity,
                                sizeof *reading->nodes);
    node_id id = (node_id)reading->count++;
    struct place place = place_of(reading, mark);
    reading->nodes[id] = (struct node){.kind = (uint8_t)kind, .line = place.line, .column = place.column};
    if (reading->depth == 0)
        return id;
    struct level *level = &reading->open[reading->depth - 1];
    struct node *parent = &reading->nodes[level->id];
    if (parent->kind == NODE_MAPPING && parent->length % 2 == 0 && kind != NODE_SCALAR)
        stop(reading, mark, "a key must be a word, not a list or a mapping");
    if (level->last_child == 0)
        parent->first = id;
    else
        reading->nodes[level->last_child].next = id;
    parent->length++;
    level->last_child = id;
    return id;
}

static uint32_t keep_text(struct reading *reading, const char *text, size_t length)
{
    while (reading->bytes_capacity - reading->bytes_length < length + 1) {
        size_t larger = reading->bytes_capacity == 0 ? 4096 : reading->bytes_capacity * 2;
        char *bytes = arena_alloc(reading->arena, larger);
        if (reading->bytes_length > 0)
            memcpy(bytes, reading->bytes, reading->bytes_length);
        reading->bytes = bytes;
        reading->bytes_capacity = larger;
    }
    uint32_t at = (uint32_t)reading->bytes_length;
    if (length > 0)
        memcpy(reading->bytes + at, text, length);
    reading->bytes[at + length] = '\0';
    reading->bytes_length += length + 1;
    return at;
}

static enum node_style style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return STYLE_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return STYLE_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE:
        return STYLE_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return STYLE_FOLDED;
    default:
        return STYLE_PLAIN;
    }
}

static void take_scalar(struct reading *reading, const char *text, size_t length, enum node_style style,
                        yaml_mark_t mark)
{
    node_id id = add_node(reading, NODE_SCALAR, mark);
    if (length > LIMIT_SCALAR_BYTES) {
        stop(reading, mark, "this text is longer than 65536 bytes");
        return;
    }
    uint32_t at = keep_text(reading, text, length);
    reading->nodes[id].text = at;
    reading->nodes[id].length = (uint32_t)length;
    reading->nodes[id].style = (uint8_t)style;
    const struct tree tree = {reading->nodes, reading->count, reading->bytes, reading->source};
    yaml_check_controls(&tree, id, reading->diagnostics);
    bool is_key = reading->depth > 0 &&
                  reading->nodes[reading->open[reading->depth - 1].id].kind == NODE_MAPPING &&
                  reading->nodes[reading->open[reading->depth - 1].id].length % 2 == 1;
    if (is_key && style == STYLE_PLAIN && strcmp(text, "<<") == 0)
        diagnostics_error(reading->diagnostics, place_of(reading, mark), NULL,
                          "merge keys ('<<') are not allowed here");
}

static void open_level(struct reading *reading, enum node_kind kind, yaml_mark_t mark)
{
    node_id id = add_node(reading, kind, mark);
    if (reading->depth == LIMIT_DEPTH)
        stop(reading, mark, "nested more than 64 deep");
    else
        reading->open[reading->depth++] = (struct level){id, 0};
}

static void close_level(struct reading *reading)
{
    node_id id = reading->open[--reading->depth].id;
    const struct tree tree = {reading->nodes, reading->count, reading->bytes, reading->source};
    if (reading->nodes[id].kind == NODE_MAPPING)
        report_duplicates(reading->arena, &tree, id, reading->diagnostics);
}

/* Anchors and tags would let a reader see something else than what stands there. */
static void refuse_marks(struct reading *reading, yaml_mark_t mark, const yaml_char_t *anchor,
                         const yaml_char_t *tag)
{
    if (anchor != NULL)
        diagnostics_error(reading->diagnostics, place_of(reading, mark), NULL,
                          "anchors ('&%s') are not allowed here", (const char *)anchor);
    if (tag != NULL)
        diagnostics_error(reading->diagnostics, place_of(reading, mark),
                          "a text that starts with '!' stands in quotes",
                          "tags ('!...') are not allowed here");
}

static void take_document(struct reading *reading, const yaml_event_t *event)
{
    if (event->data.document_start.version_directive != NULL ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
        diagnostics_error(reading->diagnostics, place_of(reading, event->start_mark), NULL,
                          "directives ('%%YAML', '%%TAG') are not allowed here");
    if (++reading->documents > 1)
        stop(reading, event->start_mark, "a second document ('---') is not allowed here");
}

static void take_event(struct reading *reading, const yaml_event_t *event)
{
    yaml_mark_t mark = event->start_mark;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        take_document(reading, event);
        break;
    case YAML_ALIAS_EVENT:
        diagnostics_error(reading->diagnostics, place_of(reading, mark),
                          "a text that starts with '*' stands in quotes",
                          "aliases ('*%s') are not allowed here", (const char *)event->data.alias.anchor);
        take_scalar(reading, "", 0, STYLE_PLAIN, mark);
        break;
    case YAML_SCALAR_EVENT:
        refuse_marks(reading, mark, event->data.scalar.anchor, event->data.scalar.tag);
        take_scalar(reading, (const char *)event->data.scalar.value, event->data.scalar.length,
                    style_of(event->data.scalar.style), mark);
        break;
    case YAML_SEQUENCE_START_EVENT:
        refuse_marks(reading, mark, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        open_level(reading, NODE_SEQUENCE, mark);
        break;
    case YAML_MAPPING_START_EVENT:
        refuse_marks(reading, mark, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        open_level(reading, NODE_MAPPING, mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(reading);
        break;
    default:
        break;
    }
    if (reading->count > LIMIT_NODES)
        stop(reading, mark, "more than 400000 values in one file");
}

static const char *hint_for(const char *problem, const struct source *source, struct place place)
{
    size_t length = 0;
    const char *line = source_line(source, place.line, &length);
    if (strstr(problem, "mapping values are not allowed") != NULL)
        return "put a text that holds ': ' in double quotes";
    if (strstr(problem, "cannot start any token") != NULL && line != NULL &&
        memchr(line, '\t', length) != NULL)
        return "indent with spaces, not with tabs";
    if (strstr(problem, "cannot start any token") != NULL)
        return "put a text that starts with this character in double quotes";
    return NULL;
}

static void report_syntax(struct reading *reading)
{
    const yaml_parser_t *parser = &reading->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        arena_exhausted(reading->arena);
    struct place place = place_of(reading, parser->problem_mark);
    const char *problem = parser->problem != NULL ? parser->problem : "it cannot be read";
    diagnostics_error(reading->diagnostics, place, hint_for(problem, reading->source, place),
                      "this is not YAML: %s", problem);
    reading->stopped = true;
}

static void read_events(struct reading *reading)
{
    for (bool more = true; more && !reading->stopped;) {
        if (yaml_parser_parse(&reading->parser, &reading->event) == 0) {
            report_syntax(reading);
            return;
        }
        reading->holds_event = true;
        more = reading->event.type != YAML_STREAM_END_EVENT;
        take_event(reading, &reading->event);
        reading->holds_event = false;
        yaml_event_delete(&reading->event);
    }
}

/* libyaml's memory is its own: it is given back here also where ours ends in between. */
static void run_parser(struct reading *reading)
{
    if (yaml_parser_initialize(&reading->parser) == 0)
        arena_exhausted(reading->arena);
    struct escape here;
    struct escape *outer = arena_rearm(reading->arena, &here);
    struct escape *outer_of_list = arena_rearm(diagnostics_arena(reading->diagnostics), &here);
    bool exhausted = setjmp(here.landing) != 0;
    if (!exhausted) {
        yaml_parser_set_encoding(&reading->parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&reading->parser, (const unsigned char *)reading->source->bytes,
                                     reading->source->length);
        read_events(reading);
    }
    if (reading->holds_event)
        yaml_event_delete(&reading->event);
    yaml_parser_delete(&reading->parser);
    arena_rearm(reading->arena, outer);
    arena_rearm(diagnostics_arena(reading->diagnostics), outer_of_list);
    if (exhausted)
        arena_exhausted(reading->arena);
}

static struct reading *reading_of(struct arena *arena, const struct source *source,
                                  struct sc_diagnostics *diagnostics)
{
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *reading = (struct reading){.arena = arena, .source = source, .diagnostics = diagnostics, .count = 1};
    reading->capacity = source->length / 16 + 64;
    reading->nodes = arena_array(arena, reading->capacity, sizeof *reading->nodes);
    reading->bytes_capacity = source->length + 64;
    reading->bytes = arena_alloc(arena, reading->bytes_capacity);
    return reading;
}

const struct tree *yaml_read(struct arena *arena, const struct source *source,
                             struct sc_diagnostics *diagnostics)
{
    struct reading *reading = reading_of(arena, yaml_without_mark(arena, source), diagnostics);
    if (!source_is_clean(reading->source, diagnostics))
        return NULL;
    run_parser(reading);
    if (!reading->stopped && reading->count == 1)
        diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL, "the file is empty");
    if (reading->stopped || reading->count == 1)
        return NULL;
    struct tree *tree = arena_alloc(arena, sizeof *tree);
    *tree = (struct tree){reading->nodes, reading->count, reading->bytes, reading->source};
    return tree;
}
