<?xml version="1.0"?>
<!-- What a designer does to figure 13 of the tests' project: a change of each kind, each to something
     of its own. Without `transforms` the program counts them into the coordinates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/2000/svg"
    xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" exclude-result-prefixes="s">
  <xsl:param name="transforms" select="'yes'"/>

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>

  <!-- Moved: a marker and the name of a town, by 10 4 and 0 -12 points. -->
  <xsl:template match="s:g[@id='antwerpen-logistiek-havencentrum-lillo' or @id='town-turnhout-name']">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:if test="$transforms = 'yes'">
        <xsl:attribute name="transform">
          <xsl:choose>
            <xsl:when test="@data-role = 'marker'">translate(10 4)</xsl:when>
            <xsl:otherwise>translate(0,-12)</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="s:g[@id='antwerpen-logistiek-havencentrum-lillo']//@cx |
      s:g[@id='antwerpen-logistiek-havencentrum-lillo']//@x">
    <xsl:attribute name="{name()}"><xsl:value-of select=". + 10 * ($transforms != 'yes')"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="s:g[@id='antwerpen-logistiek-havencentrum-lillo']//@cy |
      s:g[@id='antwerpen-logistiek-havencentrum-lillo']//@y">
    <xsl:attribute name="{name()}"><xsl:value-of select=". + 4 * ($transforms != 'yes')"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="s:g[@id='town-turnhout-name']//@y">
    <xsl:attribute name="y"><xsl:value-of select=". - 12 * ($transforms != 'yes')"/></xsl:attribute>
  </xsl:template>

  <!-- Hidden, faded, reworded, recoloured. -->
  <xsl:template match="s:g[@id='river-nete']/@id | s:g[@id='layer-municipality-borders']/@id">
    <xsl:copy/>
    <xsl:attribute name="style">display:none</xsl:attribute>
  </xsl:template>
  <xsl:template match="s:g[@id='canal-zeekanaal']/@id">
    <xsl:copy/>
    <xsl:attribute name="opacity">0.3</xsl:attribute>
  </xsl:template>
  <xsl:template match="s:g[@id='town-diest-name']//s:tspan/text()">DIEST</xsl:template>
  <xsl:template match="s:g[@id='town-tilburg']/s:circle/@class"/>
  <xsl:template match="s:g[@id='town-tilburg']/s:circle/@fill">
    <xsl:attribute name="fill">#ff0000</xsl:attribute>
  </xsl:template>

  <!-- A text made a shape, and a thing thrown away. -->
  <xsl:template match="s:g[@id='town-bergen-op-zoom-name']/s:text">
    <path fill="#21262e" d="m10 10 5 5 5-5z"/>
  </xsl:template>
  <xsl:template match="s:g[@id='motorway-e314']"/>

  <!-- A text split into one for each of its lines, which looks the same; two lines made one; a halo
       taken away. -->
  <xsl:template match="s:g[@id='antwerpen-logistiek-logistiek-knooppunt-brabantse-poort-label']/s:text">
    <xsl:variable name="text" select="."/>
    <xsl:for-each select="s:tspan">
      <text>
        <xsl:copy-of select="$text/@*[name() != 'data-widths']"/>
        <xsl:copy-of select="."/>
      </text>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="s:g[@id='antwerpen-logistiek-zone-mechelen-label']/s:text/s:tspan[1]/text()">
    <xsl:value-of select="concat(., ' ', ../../s:tspan[2])"/>
  </xsl:template>
  <xsl:template match="s:g[@id='antwerpen-logistiek-zone-mechelen-label']/s:text/s:tspan[2]"/>
  <xsl:template match="s:g[@id='town-mol-name']/s:text[@fill = 'none']"/>

  <!-- A copy, a text of its own, a layer with another name. -->
  <xsl:template match="s:g[@id='town-hoogstraten']">
    <xsl:copy-of select="."/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="id">town-hoogstraten_1_</xsl:attribute>
      <xsl:attribute name="transform">translate(20 20)</xsl:attribute>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="s:g[@id='layer-names']">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <text x="50" y="50" font-size="9">Nieuw</text>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="s:g[@id='layer-links']/@id"><xsl:attribute name="id">Pijlen</xsl:attribute></xsl:template>
  <xsl:template match="s:g[@id='layer-links']/@inkscape:label">
    <xsl:attribute name="inkscape:label">Pijlen</xsl:attribute>
  </xsl:template>

  <!-- A layer's clip released, as Inkscape does it: its shape stays behind; and a name clipped. -->
  <xsl:template match="s:g[@id='layer-base-lines']">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="clip-path">none</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
    <xsl:copy-of select="//s:clipPath[@id='sk-clip']/s:rect"/>
  </xsl:template>
  <xsl:template match="s:g[@id='antwerpen-logistiek-ena-netwerk-zone-rond-geel-label']/@id">
    <xsl:copy/>
    <xsl:attribute name="clip-path">url(#sk-clip)</xsl:attribute>
  </xsl:template>

  <!-- A zone above all others. -->
  <xsl:template match="s:g[@id='antwerpen-logistiek-hoogstraten-zone']"/>
  <xsl:template match="s:g[s:g/@id='antwerpen-logistiek-hoogstraten-zone']">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <xsl:copy-of select="s:g[@id='antwerpen-logistiek-hoogstraten-zone']"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
