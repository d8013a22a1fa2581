"""What every stage needs of a text, in any language: folding, sentences, language."""
