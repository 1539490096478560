/* Days and weeks on the command line. Today is --today, else the day of SOURCE_DATE_EPOCH, read as UTC, else
 * that of the clock. */
#include "cli/cli.h"

#include "support/date.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

bool find_today(const struct options *options, char today[11])
{
    if (options->given[OPTION_TODAY]) {
        snprintf(today, 11, "%s", options->arguments[OPTION_TODAY]);
        return true;
    }
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = time(NULL);
    struct tm day;
    bool utc = epoch != NULL && epoch[0] != '\0';
    if (utc) {
        char *end = NULL;
        errno = 0;
        long long seconds = strtoll(epoch, &end, 10);
        if (errno != 0 || *end != '\0' || epoch[0] < '0' || epoch[0] > '9') {
            usage_error(NULL, "SOURCE_DATE_EPOCH is no number of seconds");
            return false;
        }
        now = (time_t)seconds;
    }
    if ((utc ? gmtime_r(&now, &day) : localtime_r(&now, &day)) == NULL || day.tm_year > 2999 - 1900) {
        usage_error(NULL, "SOURCE_DATE_EPOCH lies past the year 2999");
        return false;
    }
    strftime(today, 11, "%Y-%m-%d", &day);
    return true;
}

static bool check_day(const struct options *options, enum option_id option)
{
    struct date day;
    const char *text = options->arguments[option];
    if (text == NULL || date_read(text, &day))
        return true;
    usage_error(NULL, "'%s' is no day: YYYY-MM-DD, years 1900 to 2999", text);
    return false;
}

int week_wanted(const struct options *options)
{
    const char *text = options->arguments[OPTION_WEEK];
    char *end = NULL;
    long week = text != NULL && text[0] >= '0' && text[0] <= '9' ? strtol(text, &end, 10) : 0;
    return end != NULL && *end == '\0' && week <= INT_MAX ? (int)week : 0;
}

static bool check_week(const struct options *options, const struct sc_pack *pack, enum sc_format format)
{
    const int last = sc_pack_last_week(pack), week = week_wanted(options);
    if (!options->given[OPTION_WEEK])
        return true;
    if (week < 1 || week > last) {
        usage_error(NULL, "'--week %s' is no week of the plan: a number from 1 to %d",
                    options->arguments[OPTION_WEEK], last);
        return false;
    }
    if (sc_format_is_page(format))
        return true;
    usage_error("'-f json' has all weeks", "a sheet of one week is a page, and '%s' is none",
                sc_format_name(format));
    return false;
}

static bool check_start(const struct options *options, enum sc_format format)
{
    if (format != SC_ICS || options->given[OPTION_START])
        return true;
    usage_error("say the first day of week 1, as in --start 2026-11-30", "a calendar needs days");
    return false;
}

bool check_days(const struct options *options, const struct sc_pack *pack, enum sc_format format)
{
    return check_start(options, format) && check_day(options, OPTION_TODAY) &&
           check_day(options, OPTION_START) && check_week(options, pack, format);
}
