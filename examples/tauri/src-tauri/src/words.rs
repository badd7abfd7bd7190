pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_what_white_space_separates() {
        assert_eq!(count("  the first tag,\n\tworks "), 4);
    }

    #[test]
    fn nothing_has_no_words() {
        assert_eq!(count(" \n "), 0);
    }
}
