# The comment that a header begins with is about the file.
1s#^/[*][*] #/** @file\n * #
# A comment behind a member is about that member.
s#([;,{a-zA-Z0-9_]) +/[*] ([^*])#\1 /**< \2#
