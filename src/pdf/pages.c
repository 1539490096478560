/* Where the galley is cut: at a band that begins a page, else before what would not fit with all that it
 * holds to. A run that is longer than a page is cut where it holds least. */
#include "pdf/pages.h"

/* More of a page is not left empty for bands that hold together loosely. */
static const double most_empty = 0.33;

/* How high the bands are that begin with this one and hold at least so well; more than a page is not counted.
 */
static double run_height(const struct galley *galley, size_t first, enum keep keep)
{
    double height = galley->bands[first].height;
    for (size_t i = first; i + 1 < galley->band_count && galley->bands[i].keep >= keep; i++) {
        if (galley->bands[i + 1].new_page || height > galley->page_height)
            break;
        height += galley->bands[i + 1].above + galley->bands[i + 1].height;
    }
    return height;
}

/* Does the band go on the page of which this much is left? Bands that hold together loosely are looked at
 * when the first of them comes: once begun, they fill the page. */
static bool fits(const struct galley *galley, size_t band, double left)
{
    bool first = band == 0 || galley->bands[band - 1].keep == KEEP_FREE;
    double loose = run_height(galley, band, KEEP_LOOSE), close = run_height(galley, band, KEEP_CLOSE);
    if (loose <= left)
        return true;
    if (first && loose <= galley->page_height && left <= galley->page_height * most_empty)
        return false;
    return close <= left || (close > galley->page_height && galley->bands[band].height <= left);
}

size_t pages_cut(struct galley *galley, size_t first)
{
    const size_t first_page = first > 0 ? galley->bands[first - 1].page + 1 : 0;
    size_t page = first_page;
    double y = 0;
    for (size_t i = first; i < galley->band_count; i++) {
        struct band *band = &galley->bands[i];
        double top = y > 0 ? y + band->above : 0;
        if (y > 0 && (band->new_page || !fits(galley, i, galley->page_height - top))) {
            page++;
            top = 0;
        }
        band->page = page;
        band->y = top;
        y = top + band->height;
    }
    return galley->band_count > first ? page + 1 - first_page : 0;
}

void pages_squeeze(struct galley *galley, size_t first)
{
    static const double white = 0.8, line = 0.985;
    for (size_t i = first; i < galley->band_count; i++) {
        galley->bands[i].above *= white;
        galley->bands[i].height *= galley->bands[i].is_line ? line : 1;
    }
}

double pages_height(const struct galley *galley, size_t first)
{
    double height = 0;
    for (size_t i = first; i < galley->band_count; i++)
        height += galley->bands[i].height + (i > first ? galley->bands[i].above : 0);
    return height;
}

double pages_left(const struct galley *galley)
{
    const struct band *last = &galley->bands[galley->band_count - 1];
    return galley->page_height - last->y - last->height;
}
