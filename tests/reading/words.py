"""How grade.py counts: names, numbers, syllables, and what of a page is read.

    tests/reading/words.py"""

import sys
import unittest

sys.dont_write_bytecode = True

from grade import grade, paragraphs_of_plan, sentences_of, syllables

SYLLABLES = """1: be walk breathe breathes breathes walked moves sea tea aches stopped through
2: being doing trying seeing going sleeping causes places changes boxes stretches reaches diet fluid react people little minutes wanted
2: quiet patient trial social client science muscle easy helpful
3: area idea usual actual easier heavier radio video period exercise medicine different
4: exercises usually experience medication January"""


class Counting(unittest.TestCase):
    def test_syllables_with_their_endings(self):
        for line in SYLLABLES.split("\n"):
            count, words = line.split(":")
            for word in words.split():
                self.assertEqual(syllables(word), int(count), word)

    def test_a_name_and_a_number_are_one_short_word_each(self):
        self.assertEqual(sentences_of(["Ask about ibuprofen."]), [["Ask", "about", "it"]])
        self.assertEqual(sentences_of(["In week 12 add 1,200 steps, or 12.5."]), [["In", "week", "it", "add", "it", "steps", "or", "it"]])
        self.assertEqual(sentences_of(["Could SNRIs (duloxetine) help?"])[0][2:], ["it", "help"])

    def test_what_is_a_sentence(self):
        self.assertEqual(len(sentences_of(["Sit down. Stand up! Well?", "Walk [1,3, doubts] a little. [2]"])), 3)
        self.assertEqual(sentences_of(["No. 5 is Dr. Lee's."]), [["No", "it", "is", "Dr", "Lee's"]])

    def test_what_of_a_plan_is_read(self):
        plan = ("TITLE                    Your plan, 23 November 2026\n\n  Weeks 1-4      Weeks 5-8\n  ■■■■□□□□  □□□□\n\n"
                "  Walking         week 1 and on, 5 days a week  [25,29, doubts]\n    week       1    2\n    minutes   10   15\n"
                "    Walk at an easy\n    pace. Stop then.\n    □ \"Ask this one?\"  [5,6]\n    □ Ask that.\n"
                "    Gabapentin       Your pain stays in the\n                     back.  [11, doubts]\n"
                "  week 4, 27 December 2026   Can you do\n                             more now?\n"
                "           Mon    Tue\n  Walking   □      □\n\nWHAT THIS RESTS ON\n\n  [1]  A claim is no sentence.\n")
        read = [" ".join(words) for words in sentences_of(paragraphs_of_plan(plan))]
        self.assertEqual(read, ["Walk at an easy pace", "Stop then", "Ask this one", "Ask that", "Your pain stays in the back",
                                "Can you do more now"])

    def test_longer_words_and_sentences_are_harder(self):
        easy = sentences_of(["Sit down. Stand up now."])
        self.assertLess(grade(easy), grade(sentences_of(["Sit down and stand up now."])))
        self.assertLess(grade(easy), grade(sentences_of(["Medication usually. Experience difficulty exercising."])))


if __name__ == "__main__":
    unittest.main()
