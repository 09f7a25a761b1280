<?xml version="1.0"?>
<!-- As Illustrator saves: ids have escapes; classes are st0, st1 ...; a text begins at its left end, in a
     matrix, each line a text of its own; boxes and straight lines are no paths; no data- attribute, title
     or size is left. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/2000/svg"
    xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="s xlink">
  <xsl:variable name="point" select="25.4 div 72"/>
  <xsl:key name="class" match="@class" use="."/>

  <xsl:template match="@*"><xsl:if test="namespace-uri() = ''"><xsl:copy/></xsl:if></xsl:template>
  <xsl:template match="text()"><xsl:copy/></xsl:template>
  <xsl:template match="comment() | s:metadata | s:title | s:desc | s:style"/>
  <xsl:template match="@*[starts-with(name(), 'data-')]"/>
  <xsl:template match="@fill | @fill-opacity | @fill-rule | @stroke | @stroke-width | @stroke-opacity |
      @stroke-dasharray | @stroke-linecap | @stroke-linejoin | @font-size | @font-weight | @font-style |
      @letter-spacing">
    <xsl:if test="not(../@class)"><xsl:copy/></xsl:if>
  </xsl:template>

  <!-- A class by the place of the first element that has it. -->
  <xsl:template name="class-name">
    <xsl:param name="class"/>
    <xsl:text>st</xsl:text>
    <xsl:value-of select="count(key('class', $class)[1]/../preceding::*)"/>
  </xsl:template>
  <xsl:template match="@class">
    <xsl:attribute name="class">
      <xsl:call-template name="class-name"><xsl:with-param name="class" select="."/></xsl:call-template>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="escaped">
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="contains($id, '-')">
        <xsl:value-of select="concat(substring-before($id, '-'), '_x2D_')"/>
        <xsl:call-template name="escaped">
          <xsl:with-param name="id" select="substring-after($id, '-')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@id">
    <xsl:attribute name="id">
      <xsl:call-template name="escaped"><xsl:with-param name="id" select="."/></xsl:call-template>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="s:*">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:apply-templates select="@*|node()"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="/s:svg">
    <svg version="1.1" id="Layer_1" x="0px" y="0px" viewBox="{@viewBox}">
      <style>
        <xsl:for-each select="//s:g//*[@class][generate-id(@class) =
            generate-id(key('class', @class)[1])]">
          <xsl:text>.</xsl:text>
          <xsl:call-template name="class-name">
            <xsl:with-param name="class" select="@class"/>
          </xsl:call-template>
          <xsl:text>{</xsl:text>
          <xsl:for-each select="@fill | @fill-opacity | @fill-rule | @stroke | @stroke-width |
              @stroke-opacity | @stroke-dasharray | @stroke-linecap | @stroke-linejoin">
            <xsl:value-of select="concat(name(), ':', ., ';')"/>
          </xsl:for-each>
          <xsl:if test="@font-size">
            <xsl:text>font-family:'Lato-</xsl:text>
            <xsl:if test="@font-weight = 700">Bold</xsl:if>
            <xsl:if test="@font-style">Italic</xsl:if>
            <xsl:if test="not(@font-weight = 700) and not(@font-style)">Regular</xsl:if>
            <xsl:value-of select="concat(&quot;';font-size:&quot;, @font-size, 'px;')"/>
            <xsl:if test="@font-weight and @font-weight != 700">
              <xsl:value-of select="concat('font-weight:', @font-weight, ';')"/>
            </xsl:if>
            <xsl:if test="@letter-spacing">
              <xsl:value-of select="concat('letter-spacing:', @letter-spacing, 'px;')"/>
            </xsl:if>
          </xsl:if>
          <xsl:text>}&#10;</xsl:text>
        </xsl:for-each>
      </style>
      <xsl:apply-templates select="node()"/>
    </svg>
  </xsl:template>

  <xsl:template match="s:text[s:tspan][not(@transform)]">
    <xsl:variable name="text" select="."/>
    <xsl:for-each select="s:tspan">
      <xsl:variable name="line" select="position()"/>
      <xsl:variable name="second" select="substring-after($text/@data-widths, ' ')"/>
      <xsl:variable name="width">
        <xsl:choose>
          <xsl:when test="not($text/@data-widths)">0</xsl:when>
          <xsl:when test="$line = 1">
            <xsl:value-of select="substring-before(concat($text/@data-widths, ' '), ' ')"/>
          </xsl:when>
          <xsl:when test="$line = 2"><xsl:value-of select="substring-before(concat($second, ' '), ' ')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="substring-after($second, ' ')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="share" select="0.5 * ($text/@text-anchor = 'middle') + ($text/@text-anchor = 'end')"/>
      <text transform="matrix(1 0 0 1 {@x - $share * $width div $point} {@y})">
        <xsl:apply-templates select="$text/@class"/>
        <xsl:value-of select="."/>
      </text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
