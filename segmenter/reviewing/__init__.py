"""The review: a page on this machine where a person puts right what was split wrongly."""
