<?xml version="1.0"?>
<!-- As svgo saves a file with a style sheet: what Inkscape calls its layers is taken off;
     what is not displayed is thrown away; ids and data- attributes stay. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="s xlink">
  <xsl:template match="node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
  <xsl:template match="@*"><xsl:if test="namespace-uri() = ''"><xsl:copy/></xsl:if></xsl:template>
  <xsl:template match="comment() | s:metadata | s:g[contains(@style, 'display:none')]"/>
</xsl:stylesheet>
