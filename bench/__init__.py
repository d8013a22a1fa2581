"""Speed and accuracy of lineage on synthetic corpora with exact truth, beside the peers."""
