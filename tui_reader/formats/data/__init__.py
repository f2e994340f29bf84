"""What transcripts as data are made of: JSON, tables, words with times."""
