# Reference values for MCP-Mod. Run: Rscript make.R; R 4.2.2, DoseFinding 1.0-3.
# expected.json holds the result; dose.csv is the data set biom of DoseFinding.
suppressMessages({library(DoseFinding);library(jsonlite)})
data(biom); d <- biom; write.csv(d, "dose.csv", row.names = FALSE)
doses <- c(0,.05,.2,.6,1)
out <- list(source="R 4.2.2, DoseFinding 1.0-3: optContr, MCTtest(type='general'), fitMod, TD, ED, guesst")
mods <- Mods(linear=NULL,linlog=NULL,emax=.2,sigEmax=c(.3,3),exponential=.4,quadratic=-.6,logistic=c(.4,.09),betaMod=c(1.2,1.1),doses=doses,addArgs=list(off=0.01,scal=1.2))
S <- matrix(.02,5,5)+diag(c(.05,.04,.03,.05,.06)); S[1,2]<-S[2,1]<-.03
out$covariance <- S
oc <- optContr(mods,S=S); out$contrasts <- oc$contMat; out$names<-colnames(oc$contMat)
mu <- c(.2,.5,.9,1.1,1.05); out$estimates <- mu
set.seed(1)
mt <- MCTtest(doses,mu,models=mods,S=S,type="general",critV=TRUE,df=Inf,mvtcontrol=mvtnorm.control(maxpts=300000,abseps=1e-6))
out$t <- as.numeric(mt$tStat); out$p <- as.numeric(attr(mt$tStat,"pVal")); out$crit <- as.numeric(mt$critVal)
Sp <- S[-1,-1]; oc2 <- optContr(mods,doses=doses[-1],S=Sp,placAdj=TRUE); out$plac_contrasts <- oc2$contMat
out$fits_general <- lapply(c("linear","linlog","quadratic","emax","sigEmax","exponential","logistic","betaMod"),function(m){f<-fitMod(doses,mu,S=S,model=m,type="general",bnds=if(m%in%c("linear","linlog","quadratic"))NULL else defBnds(1)[[m]],addArgs=list(off=.01,scal=1.2)); list(model=m,coef=as.numeric(f$coefs),gaic=gAIC(f),pred=as.numeric(predict(f,predType="ls-means",doseSeq=c(0,.1,.5,1))),se=as.numeric(predict(f,predType="ls-means",doseSeq=c(0,.1,.5,1),se.fit=TRUE)$se.fit),td=TD(f,Delta=.4),ed=ED(f,p=.5))})
out$fits_normal <- lapply(c("linear","linlog","quadratic","emax","sigEmax","exponential","logistic","betaMod"),function(m){f<-fitMod(dose,resp,data=d,model=m,bnds=if(m%in%c("linear","linlog","quadratic"))NULL else defBnds(1)[[m]],addArgs=list(off=.01,scal=1.2)); list(model=m,coef=as.numeric(f$coefs),aic=AIC(f),rss=f$RSS,se=as.numeric(predict(f,predType="ls-means",doseSeq=c(0,.1,.5,1),se.fit=TRUE)$se.fit),td=TD(f,Delta=.3),ed=ED(f,p=.5))})
out$guess <- list(emax=as.numeric(guesst(.2,.5,"emax")),exponential=as.numeric(guesst(.6,.2,"exponential",Maxd=1)),logistic=as.numeric(guesst(c(.2,.6),c(.1,.8),"logistic")),sigEmax=as.numeric(guesst(c(.2,.6),c(.1,.8),"sigEmax")),quadratic=as.numeric(guesst(.2,.4,"quadratic")),betaMod=as.numeric(guesst(.4,.8,"betaMod",dMax=.8,scal=1.2,Maxd=1)))
write_json(out,"expected.json",digits=15,auto_unbox=TRUE,pretty=TRUE)
