/* Days of the Gregorian calendar, years 1900 to 2999. No time zones but where "today" is asked. */
#ifndef SUPPORT_DATE_H
#define SUPPORT_DATE_H

#include <stdbool.h>

struct date {
    int year, month, day; /* all 0: no date */
};

bool date_read(const char *text, struct date *date); /* YYYY-MM-DD and nothing else */
bool date_is_set(struct date date);
int date_compare(struct date a, struct date b);
struct date date_after(struct date date, long days); /* may be negative */
long date_days(struct date from, struct date to);    /* how many days later `to` is */
int date_weekday(struct date date);                  /* 0 Monday .. 6 Sunday */
void date_print(struct date date, char out[11]);     /* YYYY-MM-DD */

#endif
