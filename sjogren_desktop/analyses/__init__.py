"""Clinical questions: each joins study, scoring and statistics into a Result."""
