"""What a trial data set is: its data sets, readers for each file format, checks."""
