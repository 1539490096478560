/* How large the type of a week's sheet can be, so that a browser prints it on one page: without a script a
 * page cannot find out for itself, but its words can be counted. */
#include "page/html.h"

#include "support/text.h"

#include <string.h>

/* Characters, and as many for each line that begins with a node of its own. */
enum { LINE = 60 };

static size_t characters(const char *text)
{
    return text != NULL ? text_characters(text, strlen(text)) : 0;
}

static size_t amount_of(const struct document_node *node)
{
    const bool begins_line = node->kind == DOC_ROW || node->kind == DOC_TERM || node->kind == DOC_PARAGRAPH;
    size_t amount = characters(node->text) + characters(node->label) + characters(node->detail);
    amount += begins_line ? LINE : 0;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        amount += amount_of(child);
    return amount;
}

const char *html_sheet_size(const struct document_node *document)
{
    /* Seen in Chromium on Letter, the lower of the two papers, less one part in thirty. */
    static const struct {
        size_t most;
        const char *size;
    } sizes[] = {{4600, "10pt"},  {5100, "9.3pt"}, {5600, "9pt"},
                 {6150, "8.4pt"}, {6650, "7.9pt"}, {7300, "7.4pt"}};
    const size_t amount = amount_of(document);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        if (amount <= sizes[i].most)
            return sizes[i].size;
    return "7pt";
}
