# Reference values for rank tests. Run: Rscript make.R; R 4.2.2, coin 1.4-2.
suppressMessages({library(coin); library(jsonlite)})
x <- c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
y <- c(1.15, 0.88, 0.90, 0.74, 1.21)
tied_x <- c(3, 5, 5, 6, 8, 8, 9, 12); tied_y <- c(1, 3, 4, 5, 5, 6, 7)
block <- c(1, 1, 2, 2, 2, 1, 1, 2, 1, 2, 1, 1, 2, 2, 1)
d <- data.frame(v = c(tied_x, tied_y), g = factor(rep(c("x", "y"), c(8, 7))), b = factor(block))
w <- function(x, y, ...) { t <- suppressWarnings(wilcox.test(x, y, conf.int = TRUE, ...)); list(u = as.numeric(t$statistic), p = t$p.value, estimate = as.numeric(t$estimate), ci = as.numeric(t$conf.int)) }
ve <- 0; vv <- 0
for (s in 1:2) { e <- d[d$b == s, ]; n <- nrow(e); r <- rank(e$v); k <- sum(e$g == "y"); wt <- 1 / (n + 1)
  ve <- ve + wt * (sum(r[e$g == "y"]) - k * mean(r)); vv <- vv + wt^2 * k * (n - k) / n * var(r) }
out <- list(source = "R 4.2.2 wilcox.test, coin 1.4-2; van Elteren by its formula in R", x = x, y = y, tied_x = tied_x, tied_y = tied_y, block = block,
  exact = w(x, y, exact = TRUE), exact_greater = wilcox.test(x, y, alternative = "greater", exact = TRUE)$p.value, exact_less = wilcox.test(x, y, alternative = "less", exact = TRUE)$p.value,
  exact_90 = w(x, y, exact = TRUE, conf.level = 0.9)$ci,
  normal = w(tied_x, tied_y, exact = FALSE, correct = TRUE), uncorrected = w(tied_x, tied_y, exact = FALSE, correct = FALSE),
  greater = suppressWarnings(wilcox.test(tied_x, tied_y, alternative = "greater", exact = FALSE))$p.value,
  less = suppressWarnings(wilcox.test(tied_x, tied_y, alternative = "less", exact = FALSE))$p.value,
  permutation = as.numeric(pvalue(wilcox_test(v ~ g, data = d, distribution = "exact"))),
  permutation_greater = as.numeric(pvalue(wilcox_test(v ~ g, data = d, distribution = "exact", alternative = "greater"))),
  joint = -as.numeric(statistic(wilcox_test(v ~ g | b, data = d))), van_elteren = ve / sqrt(vv))
write_json(out, "expected.json", digits = 15, pretty = TRUE, auto_unbox = TRUE)
