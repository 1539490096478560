/* From events to RFC 5545, by libical. Times are floating: six in the evening, wherever a person is.
 *
 * There is no METHOD: the calendar is a file, no message from an organizer, who would have to be named in it.
 */
#include "calendar/calendar.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

enum { WEEK = 7, HOUR = 3600 };

/* How an event of each kind stands in a calendar. */
static const struct {
    int hour;    /* at which it begins; -1: it has the whole day */
    int minutes; /* how long it takes, where it does not have the whole day */
    int alarm;   /* hours after its beginning (after midnight, for a whole day); -1: it has none */
} looks[EVENT_KIND_COUNT] = {
    [EVENT_PHASE] = {-1, 0, -1},
    [EVENT_EXERCISE] = {-1, 0, -1},
    [EVENT_PRACTICE] = {18, 15, 0},
    [EVENT_REVIEW] = {-1, 0, 9},
};

static struct icaltimetype day(struct date date)
{
    return (struct icaltimetype){.year = date.year, .month = date.month, .day = date.day, .is_date = 1};
}

static struct icaltimetype moment(struct date date, int hour, int minute)
{
    struct icaltimetype time = day(date);
    time.is_date = 0;
    time.hour = hour;
    time.minute = minute;
    return time;
}

static struct icaltimetype midnight_utc(struct date date)
{
    struct icaltimetype time = moment(date, 0, 0);
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/* Takes the property, which has no value where there was no memory for it. */
static bool add_property(icalcomponent *component, icalproperty *property)
{
    bool good = component != NULL && property != NULL && icalproperty_get_value(property) != NULL;
    if (good)
        icalcomponent_add_property(component, property);
    else if (property != NULL)
        icalproperty_free(property);
    return good;
}

static icalproperty *recurrence(unsigned weekdays, int count)
{
    struct icalrecurrencetype rule;
    int days = 0;
    icalrecurrencetype_clear(&rule);
    rule.freq = count == WEEK ? ICAL_DAILY_RECURRENCE : ICAL_WEEKLY_RECURRENCE;
    rule.count = count;
    for (int i = 0; i < WEEK && count < WEEK; i++)
        if ((weekdays >> i & 1) != 0) /* libical's week begins on Sunday, which is 1 */
            rule.by_day[days++] = (short)((i + 1) % WEEK + ICAL_SUNDAY_WEEKDAY);
    rule.by_day[days] = ICAL_RECURRENCE_ARRAY_MAX;
    return icalproperty_new_rrule(rule);
}

static bool add_times(icalcomponent *component, const struct event *event)
{
    const int hour = looks[event->kind].hour;
    int count = 0;
    for (unsigned days = event->weekdays; days != 0; days &= days - 1)
        count++;
    bool whole_day = hour < 0;
    struct icaltimetype start = whole_day ? day(event->first) : moment(event->first, hour, 0);
    struct icaltimetype end =
        whole_day ? day(date_after(event->first, 1)) : moment(event->first, hour, looks[event->kind].minutes);
    return add_property(component, icalproperty_new_dtstart(start)) &&
           add_property(component, icalproperty_new_dtend(end)) &&
           (count == 1 || add_property(component, recurrence(event->weekdays, count)));
}

static bool add_alarm(icalcomponent *component, const struct event *event)
{
    if (looks[event->kind].alarm < 0)
        return true;
    const struct icaltriggertype trigger = {
        .time = icaltime_null_time(), .duration = icaldurationtype_from_int(looks[event->kind].alarm * HOUR)};
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    bool good = add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY)) &&
                add_property(alarm, icalproperty_new_trigger(trigger)) &&
                add_property(alarm, icalproperty_new_description(event->title));
    if (alarm != NULL)
        icalcomponent_add_component(component, alarm);
    return good;
}

/* A later plan has a higher SEQUENCE, and so takes the place of an earlier one. */
static bool add_stamps(icalcomponent *component, struct date made)
{
    const struct date first = {1900, 1, 1};
    const struct icaltimetype stamp = midnight_utc(made);
    return add_property(component, icalproperty_new_dtstamp(stamp)) &&
           add_property(component, icalproperty_new_lastmodified(stamp)) &&
           add_property(component, icalproperty_new_sequence((int)date_days(first, made)));
}

static bool add_event(icalcomponent *calendar, const struct event *event, struct date made)
{
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (component == NULL)
        return false;
    icalcomponent_add_component(calendar, component);
    return add_property(component, icalproperty_new_uid(event->uid)) && add_stamps(component, made) &&
           add_times(component, event) && add_property(component, icalproperty_new_summary(event->title)) &&
           add_property(component, icalproperty_new_description(event->description)) &&
           add_property(component, icalproperty_new_class(ICAL_CLASS_PRIVATE)) &&
           add_property(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)) &&
           add_alarm(component, event);
}

static bool fill(icalcomponent *component, const struct calendar *calendar)
{
    char product[80];
    snprintf(product, sizeof product, "-//stepcare//stepcare %s//EN", sc_version());
    bool good = add_property(component, icalproperty_new_version("2.0")) &&
                add_property(component, icalproperty_new_prodid(product));
    for (size_t i = 0; i < calendar->count && good; i++)
        good = add_event(component, &calendar->events[i], calendar->made);
    return good;
}

char *calendar_write(const struct calendar *calendar, size_t *length)
{
    icalerror_set_errors_are_fatal(0);
    icalerror_clear_errno();
    icalcomponent *component = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    bool good = component != NULL && fill(component, calendar);
    char *text = good ? icalcomponent_as_ical_string_r(component) : NULL;
    if (component != NULL)
        icalcomponent_free(component);
    if (text != NULL && icalerrno == ICAL_NEWFAILED_ERROR) {
        icalmemory_free_buffer(text);
        text = NULL;
    }
    *length = text != NULL ? strlen(text) : 0;
    return text;
}
