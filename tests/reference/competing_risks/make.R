# Reference values for cumulative incidence and Gray's test.
# Data: every fourth complete row of mgus2 of the R package survival.
# Run: Rscript make.R; R 4.2.2, survival 3.5-3, cmprsk 2.2-11.
suppressMessages({library(survival); library(cmprsk); library(jsonlite)})
m <- mgus2
m$time <- with(m, ifelse(pstat == 0, futime, ptime))
m$cause <- with(m, ifelse(pstat == 0, 2 * death, 1))
m <- m[, c("time", "cause", "sex", "age")]
m <- m[complete.cases(m), ][seq(1, 1384, by = 4), ]
m <- m[complete.cases(m), ]
m$sex <- as.character(m$sex)
m$age_group <- ifelse(m$age >= 70, "c", ifelse(m$age >= 60, "b", "a"))
write.csv(m, "mgus2.csv", row.names = FALSE)
at <- c(24, 60, 120, 240)
out <- list(source = "R 4.2.2, survival 3.5-3 (survfit), cmprsk 2.2-11 (cuminc)", at = at)
f <- survfit(Surv(time, factor(cause, 0:2, c("c", "one", "two"))) ~ sex, data = m, conf.type = "log-log")
s <- summary(f, times = at)
for (j in c("one", "two")) { i <- which(f$states == j)
  out$survfit[[j]] <- list(sex = as.character(s$strata), estimate = s$pstate[, i],
    std_error = s$std.err[, i], lower = s$lower[, i], upper = s$upper[, i]) }
tp <- timepoints(cuminc(m$time, m$cause, m$sex), at)
out$cuminc <- list(rows = rownames(tp$est), variance = tp$var)
out$gray <- list(sex = cuminc(m$time, m$cause, m$sex)$Tests, age = cuminc(m$time, m$cause, m$age_group)$Tests,
  rho = cuminc(m$time, m$cause, m$sex, rho = 1)$Tests,
  strata = cuminc(m$time, m$cause, m$sex, strata = m$age_group)$Tests)
write_json(out, "expected.json", digits = 15, pretty = TRUE, auto_unbox = TRUE)
