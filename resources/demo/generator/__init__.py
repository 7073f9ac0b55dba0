"""Generator of the demonstration study; ``../README.md`` says what it is."""
