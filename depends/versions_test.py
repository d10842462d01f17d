import unittest

from failure import Failure
from versions import Bounds, compare, parse_bounds, upstream


class Compare(unittest.TestCase):
    def test_versions_are_ordered_as_debian_orders_them(self):
        ordered = ["0", "0.9~rc1", "0.9", "0.9.1", "0.10", "0.10a", "0.10+b",
                   "1.0~~", "1.0~", "1.0", "1.0-1", "1.0-1+deb13u1", "1.0-2",
                   "1.0.0", "1.00001", "2", "1:0.1", "2:0"]
        for i, one in enumerate(ordered):
            for two in ordered[i + 1:]:
                self.assertLess(compare(one, two), 0, (one, two))
                self.assertGreater(compare(two, one), 0, (one, two))
            self.assertEqual(compare(one, one), 0)

    def test_leading_zeros_and_a_missing_epoch_make_no_difference(self):
        self.assertEqual(compare("1.01", "1.1"), 0)
        self.assertEqual(compare("0:1.1", "1.1"), 0)

    def test_numbers_may_have_any_number_of_digits(self):
        self.assertLess(compare("1." + "9" * 9000, "1.1" + "0" * 9000), 0)


class Upstream(unittest.TestCase):
    def test_what_debian_adds_to_a_version_is_left_out(self):
        for debian, own in {"1:1.3.dfsg+really1.3.1-1": "1.3.1",
                            "2.2.1+dfsg1-1+deb13u1": "2.2.1",
                            "1.25.0+ds-1": "1.25.0",
                            "1.2.5-3.1~deb13u1": "1.2.5",
                            "2.2.5+dfsg2-7": "2.2.5",
                            "20210101": "20210101"}.items():
            self.assertEqual(upstream(debian), own)


class BoundsTest(unittest.TestCase):
    def test_the_lower_bound_is_in_and_the_upper_is_out(self):
        bounds = Bounds("1.2", "2")
        self.assertEqual([bounds.admit(version) for version in
                          ("1.1.9", "1.2", "1.99", "2", "2.0")],
                         [False, True, True, False, False])

    def test_either_bound_may_be_absent(self):
        for text in ("", ">= 1.2", "< 2", ">= 1.2 < 2", ">=1.2 <2"):
            parse_bounds(text, "file", 1)
        self.assertEqual(str(parse_bounds(" >=1.2  < 2 ", "file", 1)),
                         ">= 1.2 < 2")

    def test_other_bounds_are_an_error_with_a_place(self):
        for text in ("> 1", ">= ", "1.2", ">= 1 >= 2", "< 1 junk", ">= -1"):
            with self.assertRaisesRegex(Failure, "^file:7: error: expected"):
                parse_bounds(text, "file", 7)
