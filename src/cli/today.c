/* Which day it is: --today, else the day of SOURCE_DATE_EPOCH, read as UTC, else that of the clock. */
#include "cli/cli.h"

#include <errno.h>
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
