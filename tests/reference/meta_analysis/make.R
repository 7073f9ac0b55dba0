# Reference values for pooling. Data made up. Run: Rscript make.R; R 4.2.2, metafor 3.8-1.
suppressMessages({library(metafor); library(jsonlite)})
yi <- c(-1.3, -0.2, -2.1, 0.4, -0.9, -1.6); se <- c(0.45, 0.38, 0.62, 0.55, 0.30, 0.71)
fit <- function(m, t) { r <- rma(yi, sei = se, method = m, test = t, control = list(threshold = 1e-12, maxiter = 10000, tol = 1e-12)); p <- predict(r)
  list(method = m, test = t, estimate = as.numeric(r$beta), se = r$se, p = r$pval, lower = r$ci.lb, upper = r$ci.ub, tau2 = r$tau2, se_tau2 = r$se.tau2, i2 = r$I2, h2 = r$H2, q = r$QE, q_p = r$QEp,
       prediction = if (m == "FE") NULL else c(p$pi.lb, p$pi.ub), tau2_ci = if (m == "FE") NULL else as.numeric(confint(r, control = list(tol = 1e-12))$random[1, 2:3])) }
fits <- c(lapply(c("FE", "DL", "REML", "ML", "PM", "SJ"), fit, t = "z"), lapply(c("DL", "REML", "PM"), fit, t = "knha"), list(fit("REML", "adhoc")))
write_json(list(source = "R 4.2.2, metafor 3.8-1 with tightened tolerances", yi = yi, se = se, fits = fits), "expected.json", digits = 15, pretty = TRUE, auto_unbox = TRUE)
