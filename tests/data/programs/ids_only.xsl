<?xml version="1.0"?>
<!-- As Figma and Affinity save: ids are kept, classes and data- attributes are not; the page is as large
     in pixels as it was in points, and all of it lies in one group. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/2000/svg"
    xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="s xlink">
  <xsl:template match="@*"><xsl:if test="namespace-uri() = ''"><xsl:copy/></xsl:if></xsl:template>
  <xsl:template match="text()"><xsl:copy/></xsl:template>
  <xsl:template match="comment() | s:metadata | s:title | s:desc | s:style"/>
  <xsl:template match="@class | @*[starts-with(name(), 'data-')]"/>
  <xsl:template match="s:*">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:apply-templates select="@*|node()"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="/s:svg">
    <svg width="{substring-before(substring-after(@viewBox, '0 0 '), ' ')}"
        height="{substring-after(substring-after(@viewBox, '0 0 '), ' ')}" viewBox="{@viewBox}" fill="none"
        font-family="Lato">
      <g clip-path="url(#clip0)"><g fill="#000000"><xsl:apply-templates select="node()"/></g></g>
    </svg>
  </xsl:template>
</xsl:stylesheet>
