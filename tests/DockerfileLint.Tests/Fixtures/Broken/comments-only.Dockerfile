# Nothing

#
   
