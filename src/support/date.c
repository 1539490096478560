/* Days counted from 1 March of the year 0, so that the leap day is the last of its year. */
#include "support/date.h"

#include <stdio.h>
#include <string.h>

static const int days_in_month[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_read(const char *text, struct date *date)
{
    if (strlen(text) != 10)
        return false;
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (int i = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            if (text[i] != '-')
                return false;
            part++;
        } else if (text[i] < '0' || text[i] > '9') {
            return false;
        } else {
            parts[part] = parts[part] * 10 + (text[i] - '0');
        }
    }
    if (parts[0] < 1900 || parts[0] > 2999 || parts[1] < 1 || parts[1] > 12)
        return false;
    int last = days_in_month[parts[1] - 1] + (parts[1] == 2 && is_leap(parts[0]));
    if (parts[2] < 1 || parts[2] > last)
        return false;
    *date = (struct date){parts[0], parts[1], parts[2]};
    return true;
}

bool date_is_set(struct date date)
{
    return date.year != 0;
}

int date_compare(struct date a, struct date b)
{
    int left = a.year * 512 + a.month * 32 + a.day;
    int right = b.year * 512 + b.month * 32 + b.day;
    return (left > right) - (left < right);
}

static long day_number(struct date date)
{
    long year = date.month > 2 ? date.year : date.year - 1;
    long month = (date.month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day - 1;
}

struct date date_after(struct date date, long days)
{
    long number = day_number(date) + days;
    long year = (number * 10000 + 14780) / 3652425;
    long rest = number - (year * 365 + year / 4 - year / 100 + year / 400);
    if (rest < 0) {
        year--;
        rest = number - (year * 365 + year / 4 - year / 100 + year / 400);
    }
    long month = (rest * 100 + 52) / 3060;
    return (struct date){
        .year = (int)(year + (month + 2) / 12),
        .month = (int)((month + 2) % 12 + 1),
        .day = (int)(rest - (month * 306 + 5) / 10 + 1),
    };
}

long date_days(struct date from, struct date to)
{
    return day_number(to) - day_number(from);
}

int date_weekday(struct date date)
{
    return (int)((day_number(date) + 2) % 7);
}

void date_print(struct date date, char out[11])
{
    char text[40];
    snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    memcpy(out, text, 10);
    out[10] = '\0';
}
