<?xml version="1.0"?>
<!-- Each text of a figure or sheet as SVG, a line each, the lines of one text after one another; without
     what lies below its letters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:svg="http://www.w3.org/2000/svg">
 <xsl:output method="text" encoding="UTF-8"/>
 <xsl:template match="/">
  <xsl:for-each select="//svg:text[not(@fill = 'none')]">
   <xsl:value-of select="."/>
   <xsl:text>&#10;</xsl:text>
  </xsl:for-each>
 </xsl:template>
</xsl:stylesheet>
