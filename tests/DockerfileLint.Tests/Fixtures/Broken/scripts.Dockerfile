FROM debian:13
RUN if true; echo then is missing; fi
RUN for x in a b; echo $x; done
RUN while true; do sleep 1
RUN case x in y) echo
RUN echo "open quote
RUN echo 'open quote
RUN echo $(open substitution
RUN echo ${open parameter
RUN echo `open backquote
RUN fi; done; esac
RUN echo a | | b && && c ;; d
RUN f() ; ( ) { }
RUN [[ a == ]] && (( 1 + ))
RUN cat <<
RUN > 
