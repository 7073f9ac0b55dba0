# Reference values for the mean cumulative function.
# Data: valveSeat of the R package survival (Nelson 1995) without the second of
# two events of one unit at one time, which survfit cannot hold.
# Run: Rscript make.R; R 4.2.2, survival 3.5-3.
suppressMessages({library(survival); library(jsonlite)})
v <- valveSeat
v <- v[!duplicated(v[, c("id", "time", "status")]), ]
v <- v[order(v$id, v$time, -v$status), ]
v$t0 <- ave(v$time, v$id, FUN = function(x) c(0, head(x, -1)))
f <- survfit(Surv(t0, time, status) ~ 1, data = v[v$t0 < v$time, ], id = id, cluster = id, robust = TRUE)
i <- f$n.event > 0
write_json(list(source = "R 4.2.2, survival 3.5-3: cumhaz and std.chaz of survfit with id and cluster",
  time = f$time[i], estimate = f$cumhaz[i], std_error = f$std.chaz[i]), "expected.json", digits = 15, auto_unbox = TRUE)
write.csv(v[, c("id", "time", "status")], "valve_seat.csv", row.names = FALSE)
