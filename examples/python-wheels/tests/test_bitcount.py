import unittest

from bitcount import count


class CountTest(unittest.TestCase):
    def test_bits_of_all_bytes_count(self):
        self.assertEqual(count(bytes([0b0, 0b1, 0b1011, 0xFF])), 12)

    def test_nothing_has_no_bits(self):
        self.assertEqual(count(b""), 0)

    def test_text_is_refused(self):
        with self.assertRaises(TypeError):
            count("text")


if __name__ == "__main__":
    unittest.main()
