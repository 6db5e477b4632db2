"""What is written down about persons: kinds of facts, who may use them, promises and whether they were kept."""
