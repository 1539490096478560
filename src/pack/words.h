/* The program's own phrases on a plan and at a prompt. A pack in a language that the program does not speak
 * gives its own under `words`, by these names; stepcare-pack(5) lists them. */
#ifndef PACK_WORDS_H
#define PACK_WORDS_H

struct arena;
struct sc_pack;

/* Name, phrase. A phrase with %s has one place for words; the pack's must have the same places. */
#define PHRASES(PHRASE)                                                                                      \
    PHRASE(your_plan, "Your plan")                                                                           \
    PHRASE(starts, "starts %s")                                                                              \
    PHRASE(week, "week")                                                                                     \
    PHRASE(weeks, "weeks")                                                                                   \
    PHRASE(week_and_on, "week %s and on")                                                                    \
    PHRASE(and_on, "on")                                                                                     \
    PHRASE(from, "from %s")                                                                                  \
    PHRASE(you_start_here, "you start here")                                                                 \
    PHRASE(expired,                                                                                          \
           "The content of this plan was due for review on %s. Ask whoever gave it to you for a newer one.") \
    PHRASE(in_short, "Your weeks in short")                                                                  \
    PHRASE(to_do, "To do:")                                                                                  \
    PHRASE(ask_about, "Ask about:")                                                                          \
    PHRASE(look_back, "Look back:")                                                                          \
    PHRASE(emergency, "Get help now")                                                                        \
    PHRASE(urgent, "See someone today")                                                                      \
    PHRASE(clinician, "See someone before you start")                                                        \
    PHRASE(out_of_scope, "This plan is not for you now")                                                     \
    PHRASE(note, "Please read this first")                                                                   \
    PHRASE(stop_if, "Stop and get help")                                                                     \
    PHRASE(do_not_wait, "If one of these fits you, do not wait: get help now.")                              \
    PHRASE(emergency_if, "Now, if")                                                                          \
    PHRASE(urgent_if, "Today, if")                                                                           \
    PHRASE(clinician_if, "Before you go on, if")                                                             \
    PHRASE(note_if, "Tell your clinician, if")                                                               \
    PHRASE(quoted, "\"%s\"")                                                                                 \
    PHRASE(references, "Numbers in [ ] lead to \"%s\" at the end.")                                          \
    PHRASE(references_doubts, "\"%s\" means that not all of it is sure.")                                    \
    PHRASE(answer_first, "Answer these first")                                                               \
    PHRASE(answer_now, "Answer these now")                                                                   \
    PHRASE(no_plan_yet,                                                                                      \
           "There is no plan yet. These questions look for signs that need a clinician, so they come "       \
           "first. If you cannot answer one, ask a doctor, a nurse or a pharmacist.")                        \
    PHRASE(see_above, "(see above)")                                                                         \
    PHRASE(held_back, "Until then we hold back: %s.")                                                        \
    PHRASE(because, "Because you said %s.")                                                                  \
    PHRASE(and, "and")                                                                                       \
    PHRASE(days_a_week, "%s days a week")                                                                    \
    PHRASE(one_day_a_week, "1 day a week")                                                                   \
    PHRASE(smallest, "At the least:")                                                                        \
    PHRASE(good, "Going well:")                                                                              \
    PHRASE(bad_day, "On a bad day:")                                                                         \
    PHRASE(stop, "Take care:")                                                                               \
    PHRASE(why, "Why:")                                                                                      \
    PHRASE(next, "Next:")                                                                                    \
    PHRASE(your_step, "Your step:")                                                                          \
    PHRASE(keep_going, "Still part of your week: %s.")                                                       \
    PHRASE(ask_clinician, "Ask your clinician or pharmacist")                                                \
    PHRASE(take_care, "Talk about this too:")                                                                \
    PHRASE(guidelines_differ, "What guidelines and trials say:")                                             \
    PHRASE(not_for_you, "Not for you now, and why")                                                          \
    PHRASE(not_for_you_note,                                                                                 \
           "This says what not to ask for now. If you already take one of these, do not stop it because of " \
           "this page: ask your prescriber.")                                                                \
    PHRASE(tried, "Tried already")                                                                           \
    PHRASE(later, "Later, if this is not enough")                                                            \
    PHRASE(reviews, "Reviews")                                                                               \
    PHRASE(bad_days, "On a bad day")                                                                         \
    PHRASE(when_to_stop, "When to stop")                                                                     \
    PHRASE(review_due, "This week's review")                                                                 \
    PHRASE(review_screen, "At each review, read \"%s\" again first.")                                        \
    PHRASE(look_at, "Look again at")                                                                         \
    PHRASE(today, "(today: %s)")                                                                             \
    PHRASE(journal, "Journal, one week")                                                                     \
    PHRASE(journal_days, "Journal")                                                                          \
    PHRASE(remarks, "What made it better or worse")                                                          \
    PHRASE(rests_on, "What this rests on")                                                                   \
    PHRASE(disputed, "Disputed:")                                                                            \
    PHRASE(not_checked, "not all of it was checked in its source")                                           \
    PHRASE(doubts, "doubts")                                                                                 \
    PHRASE(supported, "supported")                                                                           \
    PHRASE(partly, "partly supported")                                                                       \
    PHRASE(unverified, "we could not confirm it")                                                            \
    PHRASE(outdated, "out of date")                                                                          \
    PHRASE(contradicted, "the evidence says otherwise")                                                      \
    PHRASE(better_with, "These answers would make the plan fit better")                                      \
    PHRASE(figure_partly, "one source says so; it is only partly supported")                                 \
    PHRASE(figure_unverified, "one source says so; we could not confirm it")                                 \
    PHRASE(figure_outdated, "one source says so; it is out of date")                                         \
    PHRASE(figure_contradicted, "one source says so; the evidence says otherwise")                           \
    PHRASE(if_true, "if this is so for you")                                                                 \
    PHRASE(for_clinician, "For your clinician")                                                              \
    PHRASE(clinician_words, "The reasons stand here in the words that this person reads.")                   \
    PHRASE(clinician_notes, "To know about")                                                                 \
    PHRASE(clinician_asks, "Asked about as a question")                                                      \
    PHRASE(clinician_asks_why, "No answer rules it out.")                                                    \
    PHRASE(clinician_weigh, "To weigh:")                                                                     \
    PHRASE(clinician_not_wanted, "Nothing, because of this answer:")                                         \
    PHRASE(clinician_waits, "Nothing yet: the answers below are missing.")                                   \
    PHRASE(clinician_exhausted, "Nothing: each step is ruled out, or was tried already.")                    \
    PHRASE(clinician_nothing, "Nothing.")                                                                    \
    PHRASE(clinician_withheld, "Held back")                                                                  \
    PHRASE(clinician_missing, "Not answered")                                                                \
    PHRASE(clinician_all_known, "Nothing that decides anything.")                                            \
    PHRASE(clinician_next, "At the review in week %s, ask again (today's answers)")                          \
    PHRASE(take_along, "Questions to take along")                                                            \
    PHRASE(own_questions, "What else I want to ask")                                                         \
    PHRASE(one_says, "The claim:")                                                                           \
    PHRASE(is_corrected, "Correction:")                                                                      \
    PHRASE(is_known, "What is known:")                                                                       \
    PHRASE(sources, "Sources:")                                                                              \
    PHRASE(used_in, "Used in:")                                                                              \
    PHRASE(used_nowhere, "nothing that is printed")                                                          \
    PHRASE(no_such_claim, "No claim of this pack has this status.")                                          \
    PHRASE(graph_first, "First: red flags")                                                                  \
    PHRASE(graph_no_signs, "none")                                                                           \
    PHRASE(graph_one_sign, "1 red flag")                                                                     \
    PHRASE(graph_signs, "%s red flags")                                                                      \
    PHRASE(graph_reviews, "review: week %s")                                                                 \
    PHRASE(graph_needed, "Needed?")                                                                          \
    PHRASE(graph_without, "Go on without")                                                                   \
    PHRASE(graph_passed, "if not")                                                                           \
    PHRASE(graph_exhausted, "None fits: ask your clinician")                                                 \
    PHRASE(graph_here, "YOU ARE HERE")                                                                       \
    PHRASE(calendar_exercise, "Time for yourself, week %s")                                                  \
    PHRASE(calendar_practice, "A few quiet minutes, week %s")                                                \
    PHRASE(calendar_phase, "Week %s begins")                                                                 \
    PHRASE(calendar_review, "Look back, week %s")                                                            \
    PHRASE(calendar_exercises, "Exercises: %s.")                                                             \
    PHRASE(calendar_new, "New this week: %s.")                                                               \
    PHRASE(calendar_rest, "The rest stands in your plan.")                                                   \
    PHRASE(compare_title, "What changes in the plan")                                                        \
    PHRASE(compare_same, "Nothing changes in the plan.")                                                     \
    PHRASE(compare_pack, "The pack")                                                                         \
    PHRASE(compare_answers, "Answers that differ")                                                           \
    PHRASE(compare_was, "was %s")                                                                            \
    PHRASE(compare_now, "now %s")                                                                            \
    PHRASE(compare_still, "still %s")                                                                        \
    PHRASE(compare_not_asked, "not asked")                                                                   \
    PHRASE(compare_plan, "The plan: %s")                                                                     \
    PHRASE(compare_printed, "ready")                                                                         \
    PHRASE(compare_incomplete, "incomplete")                                                                 \
    PHRASE(compare_unscreened, "held back until the first questions are answered")                           \
    PHRASE(compare_plan_withheld, "withheld")                                                                \
    PHRASE(compare_offered, "offered")                                                                       \
    PHRASE(compare_waiting, "waiting for an answer")                                                         \
    PHRASE(compare_no_step, "none of the steps fits")                                                        \
    PHRASE(compare_not_there, "not there")                                                                   \
    PHRASE(compare_no_longer_so, "No longer so: %s")                                                         \
    PHRASE(compare_no_longer_known, "No longer known: %s")                                                   \
    PHRASE(compare_no_longer_here, "No longer a reason in this version: %s")                                 \
    PHRASE(compare_nothing_against, "No answer rules it out.")                                               \
    PHRASE(compare_comes_first, "This step comes first: %s.")                                                \
    PHRASE(compare_answer, "Your answer to %s:")                                                             \
    PHRASE(compare_step_passed, "Nothing is left on the step before.")                                       \
    PHRASE(compare_step_fits, "Something on this step fits now.")                                            \
    PHRASE(compare_also, "Also: %s")                                                                         \
    PHRASE(compare_new, "New: %s")                                                                           \
    PHRASE(compare_gone, "No longer: %s")                                                                    \
    PHRASE(compare_weeks, "Week by week: %s")                                                                \
    PHRASE(compare_moved, "Moved: %s")                                                                       \
    PHRASE(compare_new_here, "new in this version: %s")                                                      \
    PHRASE(compare_gone_here, "no longer in this version, was %s")                                           \
    PHRASE(compare_medicine,                                                                                 \
           "An offered medicine is a question to take to a clinician. Do not start, stop or change one "     \
           "because of this page.")                                                                          \
    PHRASE(compare_missing, "Answers that are missing")                                                      \
    PHRASE(compare_wording, "Other words: %s")                                                               \
    PHRASE(compare_texts, "Elsewhere in the plan")                                                           \
    PHRASE(one_title, "Answers that would change the plan")                                                  \
    PHRASE(one_lead,                                                                                         \
           "Each box is one answer. With all others as they are, it would change what stands below it. "     \
           "Where several can be ticked, one tick more, one less and none were tried.")                      \
    PHRASE(one_none, "No single answer would change a status, an alert or a step.")                          \
    PHRASE(one_plan, "The plan")                                                                             \
    PHRASE(one_step, "The step")                                                                             \
    PHRASE(one_with, "with: %s")                                                                             \
    PHRASE(one_without, "without: %s")                                                                       \
    PHRASE(one_or_less, "%s or less")                                                                        \
    PHRASE(one_or_more, "%s or more")                                                                        \
    PHRASE(one_to, "to")                                                                                     \
    PHRASE(content_checked, "content checked %s")                                                            \
    PHRASE(rule_line, "why: %s")                                                                             \
    PHRASE(rule_true, "%s is true")                                                                          \
    PHRASE(rule_not_true, "%s is not true")                                                                  \
    PHRASE(rule_not_known, "%s is not known")                                                                \
    PHRASE(not_answered, "not answered")                                                                     \
    PHRASE(no_reason, "no reason against it is true (looked at: %s)")                                        \
    PHRASE(reasons_not_known, "reasons against it that are not known: %s")                                   \
    PHRASE(no_rule, "no rule; it is for everyone")                                                           \
    PHRASE(step_first, "another step comes first: %s")                                                       \
    PHRASE(step_passed, "nothing left on the step: %s")                                                      \
    PHRASE(status_withheld, "withheld")                                                                      \
    PHRASE(status_not_needed, "not needed")                                                                  \
    PHRASE(status_spent, "tried already")                                                                    \
    PHRASE(status_later, "for later")                                                                        \
    PHRASE(status_open, "waits for an answer")                                                               \
    PHRASE(status_offered, "in the plan")                                                                    \
    PHRASE(status_question, "a question for the clinician")                                                  \
    PHRASE(why_title, "Why: %s")                                                                             \
    PHRASE(kind_item, "Item")                                                                                \
    PHRASE(kind_alert, "Alert")                                                                              \
    PHRASE(kind_ladder, "Steps")                                                                             \
    PHRASE(kind_step, "Step")                                                                                \
    PHRASE(kind_fact, "Fact")                                                                                \
    PHRASE(kind_question, "Question")                                                                        \
    PHRASE(item_offered, "%s is in the plan.")                                                               \
    PHRASE(item_question, "%s is a question to take to your clinician or pharmacist.")                       \
    PHRASE(item_withheld, "%s is withheld: it is not for you now.")                                          \
    PHRASE(item_not_needed, "%s is not in the plan: by your answers it is not needed.")                      \
    PHRASE(item_spent, "%s is not in the plan: it was tried already, without enough help.")                  \
    PHRASE(item_later, "%s is for later: another step comes first.")                                         \
    PHRASE(item_open, "%s waits for an answer.")                                                             \
    PHRASE(item_no_plan, "%s is not in the plan: there is no plan now, because something else comes first.") \
    PHRASE(item_no_plan_yet,                                                                                 \
           "%s is not in the plan: there is no plan before the first questions are answered.")               \
    PHRASE(apart_from_that, "Apart from that: %s.")                                                          \
    PHRASE(nothing_own,                                                                                      \
           "Apart from that, no rule of its own keeps it out. That does not make it part of a "              \
           "plan.")                                                                                          \
    PHRASE(what_decided, "What decided it")                                                                  \
    PHRASE(what_withholds, "What comes first")                                                               \
    PHRASE(own_rules, "Its own rules")                                                                       \
    PHRASE(reasons_none, "Reasons against it, and none of them is true")                                     \
    PHRASE(looked_at, "Also looked at")                                                                      \
    PHRASE(beside_it, "What stands beside it")                                                               \
    PHRASE(would_change, "What would have to change")                                                        \
    PHRASE(truth_true, "true")                                                                               \
    PHRASE(truth_false, "not true")                                                                          \
    PHRASE(truth_unknown, "not known")                                                                       \
    PHRASE(in_words, "in words")                                                                             \
    PHRASE(as_written, "as written")                                                                         \
    PHRASE(written_where, "where")                                                                           \
    PHRASE(at_line, "line %s")                                                                               \
    PHRASE(answers_read, "answers")                                                                          \
    PHRASE(fact_read, "fact")                                                                                \
    PHRASE(rule_gate, "Is this wanted or needed at all?")                                                    \
    PHRASE(rule_offer, "For whom it is")                                                                     \
    PHRASE(rule_spent, "Tried already, without enough help")                                                 \
    PHRASE(own_step, "You stand on this step: %s.")                                                          \
    PHRASE(step_is_passed, "%s is passed: nothing on this step is left for you.")                            \
    PHRASE(steps_not_needed, "These steps are not needed.")                                                  \
    PHRASE(steps_open, "Whether these steps are needed is not known yet.")                                   \
    PHRASE(steps_exhausted, "Nothing is left for you on any of these steps.")                                \
    PHRASE(steps_no_plan, "There is no plan now, because something else comes first.")                       \
    PHRASE(steps_no_plan_yet, "There is no plan before the first questions are answered.")                   \
    PHRASE(step_rule,                                                                                        \
           "A person stands on the lowest step with something that is not withheld, not needed "             \
           "or tried already. An answer that is missing holds them there; it never takes them "              \
           "further up.")                                                                                    \
    PHRASE(change_untrue, "This would have to be untrue: %s")                                                \
    PHRASE(change_all_untrue, "Each of these would have to be untrue: %s")                                   \
    PHRASE(change_true, "This would have to be true: %s")                                                    \
    PHRASE(change_step, "Nothing may be left for you on an earlier step: %s.")                               \
    PHRASE(change_passed,                                                                                    \
           "Something here would have to be left for you. What keeps each out, 'stepcare why' tells: %s.")   \
    PHRASE(change_frees, "The same answers keep an earlier step empty. It could come first then: %s.")       \
    PHRASE(change_answer, "These must be answered, and no answer may speak against it: %s")                  \
    PHRASE(change_flags, "Nothing of what comes first may be true, and its questions must all be answered.") \
    PHRASE(even_then, "Even then: %s")                                                                       \
    PHRASE(change_rule, "The rule above would have to be true.")                                             \
    PHRASE(could_be_offered, "Only then, with all else as it is, could it be in the plan.")                  \
    PHRASE(could_be_question,                                                                                \
           "Only then, with all else as it is, could it be a question for your clinician.")                  \
    PHRASE(change_note, "This explains the rules. It is no reason to change an answer or a medicine.")       \
    PHRASE(alert_withholds, "%s is true, and withholds the plan.")                                           \
    PHRASE(alert_printed, "%s is true, and is printed with the plan.")                                       \
    PHRASE(withholds_with, "Where it is true no plan is printed, only what to do. It says: %s.")             \
    PHRASE(prints_note, "Where it is true it is printed with the plan.")                                     \
    PHRASE(question_missing, "It is missing: a decision waits for it.")                                      \
    PHRASE(question_refine, "The plan would fit better with it.")                                            \
    PHRASE(question_idle, "Nothing waits for it now.")                                                       \
    PHRASE(hangs_on_it, "What hangs on it")                                                                  \
    PHRASE(                                                                                                  \
        pack_words,                                                                                          \
        "In the words of a pack \"avoid\" is a reason against something, \"caution\" and \"note\" a line "   \
        "beside it, \"offer\" for whom it is, \"gate\" whether steps are needed, \"spent\" that it was "     \
        "tried already.")                                                                                    \
    PHRASE(hangs_nothing, "Nothing in the pack reads it.")                                                   \
    PHRASE(through_fact, "through %s")                                                                       \
    PHRASE(prints_it, "printed or counted with: %s")                                                         \
    PHRASE(always, "always")                                                                                 \
    PHRASE(never, "never")                                                                                   \
    PHRASE(or, "or")                                                                                         \
    PHRASE(not, "not %s")                                                                                    \
    PHRASE(least, "the least of %s")                                                                         \
    PHRASE(greatest, "the greatest of %s")                                                                   \
    PHRASE(ticks, "how many are ticked under %s")                                                            \
    PHRASE(less_than, "less than %s")                                                                        \
    PHRASE(at_most, "%s or less")                                                                            \
    PHRASE(more_than, "more than %s")                                                                        \
    PHRASE(at_least, "%s or more")                                                                           \
    PHRASE(exactly, "exactly %s")                                                                            \
    PHRASE(contents, "On this page")                                                                         \
    PHRASE(drawn_weeks, "The weeks in a row. %s.")                                                           \
    PHRASE(drawn_schedule, "A bar for each week. %s.")                                                       \
    PHRASE(drawn_days, "To fill in by hand, a line a day: %s.")                                              \
    PHRASE(drawn_ladder, "Stairs, the first step lowest. %s.")                                               \
    PHRASE(rung_own, "You are here")                                                                         \
    PHRASE(rung_out, "Not for you now")                                                                      \
    PHRASE(page, "page")                                                                                     \
    PHRASE(yes, "yes")                                                                                       \
    PHRASE(no, "no")                                                                                         \
    PHRASE(none_of_these, "None of these")                                                                   \
    PHRASE(nothing, "none")                                                                                  \
    PHRASE(prompt_hello,                                                                                     \
           "A few questions, the most important ones first. Enter alone: I don't know.  ?  explains,  <  "   \
           "goes back,  q  stops.")                                                                          \
    PHRASE(prompt_keys, "Enter alone: I don't know.  <  goes back.  q  stops here.")                         \
    PHRASE(prompt_kept, "Your answer so far: %s. Enter keeps it.")                                           \
    PHRASE(prompt_left, "at most %s questions left")                                                         \
    PHRASE(prompt_last, "the last question")                                                                 \
    PHRASE(prompt_first, "This is the first question.")                                                      \
    PHRASE(prompt_no_help, "There is no more to say about this question.")                                   \
    PHRASE(prompt_can, "You can answer with %s.")                                                            \
    PHRASE(prompt_please, "Please answer with %s.")                                                          \
    PHRASE(prompt_control, "This holds characters that cannot be printed.")                                  \
    PHRASE(prompt_yes_no, "yes or no")                                                                       \
    PHRASE(prompt_whole, "a whole number: %s")                                                               \
    PHRASE(prompt_number, "a number: %s")                                                                    \
    PHRASE(prompt_text, "a text; characters: %s")                                                            \
    PHRASE(prompt_free, "a text")                                                                            \
    PHRASE(prompt_one, "a number from 1 to %s")                                                              \
    PHRASE(prompt_some, "numbers from 1 to %s, with commas between them")                                    \
    PHRASE(prompt_in, "in %s")                                                                               \
    PHRASE(type_yes_no, "yes-no")                                                                            \
    PHRASE(type_integer, "integer")                                                                          \
    PHRASE(type_decimal, "decimal")                                                                          \
    PHRASE(type_choice, "choice")                                                                            \
    PHRASE(type_choices, "choices")                                                                          \
    PHRASE(type_text, "text")                                                                                \
    PHRASE(type_to, "to")                                                                                    \
    PHRASE(monday, "Monday")                                                                                 \
    PHRASE(tuesday, "Tuesday")                                                                               \
    PHRASE(wednesday, "Wednesday")                                                                           \
    PHRASE(thursday, "Thursday")                                                                             \
    PHRASE(friday, "Friday")                                                                                 \
    PHRASE(saturday, "Saturday")                                                                             \
    PHRASE(sunday, "Sunday")                                                                                 \
    PHRASE(mon, "Mon")                                                                                       \
    PHRASE(tue, "Tue")                                                                                       \
    PHRASE(wed, "Wed")                                                                                       \
    PHRASE(thu, "Thu")                                                                                       \
    PHRASE(fri, "Fri")                                                                                       \
    PHRASE(sat, "Sat")                                                                                       \
    PHRASE(sun, "Sun")                                                                                       \
    PHRASE(january, "January")                                                                               \
    PHRASE(february, "February")                                                                             \
    PHRASE(march, "March")                                                                                   \
    PHRASE(april, "April")                                                                                   \
    PHRASE(may, "May")                                                                                       \
    PHRASE(june, "June")                                                                                     \
    PHRASE(july, "July")                                                                                     \
    PHRASE(august, "August")                                                                                 \
    PHRASE(september, "September")                                                                           \
    PHRASE(october, "October")                                                                               \
    PHRASE(november, "November")                                                                             \
    PHRASE(december, "December")

enum phrase {
#define PHRASE(name, words) PHRASE_##name,
    PHRASES(PHRASE)
#undef PHRASE
        PHRASE_COUNT
};

extern const char *const phrase_names[]; /* as `words` of a pack has them */
const char *phrase_own(enum phrase phrase);
/* The pack's phrase, or the program's own. */
const char *pack_phrase(const struct sc_pack *pack, enum phrase phrase);
/* The same with its %s filled in. */
const char *pack_phrase_with(struct arena *arena, const struct sc_pack *pack, enum phrase phrase,
                             const char *words);

#endif
