"""Articles in: one input format a file, each giving articles and problems."""
