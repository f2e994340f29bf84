"""What written transcripts are made of: labels, paragraphs, front matter."""
