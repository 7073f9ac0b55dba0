# Reference values for Kaplan-Meier, log-rank, Cox and restricted means.
# Data: aml of the R package survival (Miller 1997), with a made-up covariate
# and stratum. Run: Rscript make.R; R 4.2.2, survival 3.5-3.
suppressMessages({library(survival); library(jsonlite)})
d <- data.frame(time = aml$time, event = aml$status, group = as.character(aml$x))
d$dose <- (seq_len(nrow(d)) * 7) %% 5
d$stratum <- ifelse(seq_len(nrow(d)) %% 4 == 0, "b", "a")
d$kind <- c("p", "q", "r")[(seq_len(nrow(d)) * 5) %% 3 + 1]
write.csv(d, "aml.csv", row.names = FALSE)
S <- Surv(d$time, d$event)
out <- list(source = "R 4.2.2, survival 3.5-3")
km <- function(type) {
  f <- survfit(S ~ group, data = d, conf.type = type)
  q <- quantile(f); s <- summary(f, times = c(9, 20, 33, 48), extend = TRUE)
  list(type = type, quantile = q$quantile, lower = q$lower, upper = q$upper,
       group = as.character(s$strata), time = s$time, n_risk = s$n.risk, estimate = s$surv,
       std_error = s$std.err, lo = s$lower, hi = s$upper)
}
out$km <- lapply(c("log-log", "log", "plain"), km)
lr <- function(...) { f <- survdiff(..., data = d); list(chisq = f$chisq, observed = f$obs, expected = f$exp) }
out$logrank <- lr(S ~ group); out$peto <- lr(S ~ group, rho = 1)
f <- survdiff(S ~ group + strata(stratum), data = d)
out$stratified <- list(chisq = f$chisq); out$three <- list(chisq = survdiff(S ~ kind, data = d)$chisq)
cox <- function(ties) {
  f <- coxph(Surv(time, event) ~ group + dose + kind + strata(stratum), data = d, ties = ties)
  r <- list(ties = ties, coef = as.numeric(coef(f)), se = sqrt(diag(vcov(f))), loglik = f$loglik,
            score = f$score, wald = as.numeric(coef(f) %*% solve(vcov(f)) %*% coef(f)))
  if (ties != "exact") for (tr in c("km", "identity", "log", "rank")) {
    z <- cox.zph(f, transform = tr); r[[paste0("zph_", tr)]] <- z$table
  }
  r
}
out$cox <- lapply(c("efron", "breslow", "exact"), cox)
m <- summary(survfit(S ~ group, data = d), rmean = 45)$table
out$rmst <- list(tau = 45, mean = as.numeric(m[, "rmean"]), se = as.numeric(m[, "se(rmean)"]))
write_json(out, "expected.json", digits = 15, pretty = TRUE, auto_unbox = TRUE)
