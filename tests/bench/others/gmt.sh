#!/bin/sh
# The base map of the study's figure 13 by GMT: gmt.sh GROUND.gmt FOLDER OUT. Writes OUT.pdf and
# OUT.png; GMT writes no SVG.
set -eu
ground=$1 folder=$2 out=$3
region=133132.52/215631.73/183571.91/247141.09
cd "$(dirname "$out")"
gmt begin "$(basename "$out")" pdf,png E300
gmt plot "$ground" -R$region -JX16c/12.33c -G243/208/124 -W0.3p,148/141/129,-
gmt plot "$folder/lines.gmt" -W1.3p,160/149/132
gmt plot "$folder/lines.gmt" -W0.7p,244/238/226
gmt plot "$folder/towns.txt" -Sc0.1c -Gwhite -W0.5p
gmt text "$folder/town-names.txt" -F+f7p+jTC -D0/-0.1c
gmt plot "$folder/points.txt" -Sc0.37c -G31/42/54 -W0.8p,white
gmt end
