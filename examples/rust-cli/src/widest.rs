use std::cmp::Reverse;

/// The widest lines of a text with their numbers, the widest first, and of equal ones the first.
pub fn widest(text: &str, count: usize) -> Vec<(usize, &str)> {
    let mut lines: Vec<_> = (1..).zip(text.lines()).collect();
    lines.sort_by_key(|(_, line)| Reverse(line.chars().count()));
    lines.truncate(count);
    lines
}

#[cfg(test)]
mod tests {
    use super::widest;

    #[test]
    fn the_widest_come_first_and_equal_ones_in_their_order() {
        assert_eq!(
            widest("a\nbbb\ncc\nddd\n", 3),
            [(2, "bbb"), (4, "ddd"), (3, "cc")]
        );
    }

    #[test]
    fn characters_count_and_not_bytes() {
        assert_eq!(widest("éé\nabc\n", 1), [(2, "abc")]);
    }

    #[test]
    fn nothing_has_no_lines() {
        assert!(widest("", 1).is_empty());
    }
}
