"""From a Result to files: workbook, figures, results.json."""
