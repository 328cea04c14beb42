FROM busybox:1.37 \
  AS \

  # names
  tiny
RUN echo a\
b \   
  c\\
RUN true && \
  false || \
  :
ENV A=b\
 C=d
