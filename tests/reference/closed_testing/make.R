# Step-down Dunnett p values for the parametric closed test.
# Run: Rscript make.R; R 4.2.2, multcomp 1.4-22, mvtnorm 1.1-3.
suppressMessages({library(multcomp); library(jsonlite)})
g <- factor(rep(c("a", "b", "c", "d"), c(9, 7, 8, 6)))
y <- c(5.1, 4.2, 6.3, 5.5, 4.8, 5.9, 5.0, 4.4, 5.7, 6.4, 7.0, 5.8, 6.9, 6.1, 7.3, 6.6, 5.2, 6.0, 6.8, 5.6, 7.1, 5.4, 6.2, 5.9, 4.9, 6.7, 7.4, 5.3, 6.5, 7.6)
m <- lm(y ~ g); h <- glht(m, linfct = mcp(g = "Dunnett"), alternative = "greater"); set.seed(1)
s <- summary(h, test = adjusted("free", maxpts = 2e6, abseps = 1e-8)); s1 <- summary(h, test = adjusted("single-step", maxpts = 2e6, abseps = 1e-8))
t <- as.numeric(s$test$tstat)
write_json(list(source = "R 4.2.2, multcomp 1.4-22: glht Dunnett, adjusted('free') and ('single-step')", t = t, df = m$df.residual, correlation = cov2cor(vcov(h)), free = as.numeric(s$test$pvalues), single = as.numeric(s1$test$pvalues)), "expected.json", digits = 15, pretty = TRUE, auto_unbox = TRUE)
