# Medians ("NAME CPU WALL KIB" a line) as tables of ratios; bench.sh calls it.
{ cpu[$1] = $2; wall[$1] = $3; kib[$1] = $4 }

function seconds(value) { return sprintf("%.3f", value) }
function mib(name) { return sprintf("%.0f", kib[name] / 1024) }
function ratio(a, b) { return b > 0 ? sprintf("%.2f", a / b) : "-" }

# How something grows from one size to another: the exponent n of size^n, with what it costs to start
# taken off.
function exponent(name, from, to, size_from, size_to, base) {
    if (cpu[name "-" from] <= base) return "-"
    grown = (cpu[name "-" to] - base) / (cpu[name "-" from] - base)
    return sprintf("n^%.2f", log(grown) / log(size_to / size_from))
}
function memory_exponent(name, from, to, size_from, size_to) {
    return sprintf("n^%.2f", log(kib[name "-" to] / kib[name "-" from]) / log(size_to / size_from))
}

function growth(title, name, list,    sizes, n, i) {
    n = split(list, sizes, " ")
    if (!n) return
    printf "\n| %s | CPU, s | peak, MiB | time | memory |\n|---|---|---|---|---|\n", title
    for (i = 1; i <= n; i++) {
        printf "| %s | %s | %s |", sizes[i], seconds(cpu[name "-" sizes[i]]), mib(name "-" sizes[i])
        if (i == 1) print " | |"
        else {
            from = size_at(name, sizes[i - 1])
            to = size_at(name, sizes[i])
            printf " %s |", exponent(name, sizes[i - 1], sizes[i], from, to, cpu["start"])
            printf " %s |\n", memory_exponent(name, sizes[i - 1], sizes[i], from, to)
        }
    }
}

# A tolerance says nothing of how many vertices there are: bench.sh counts them.
function size_at(name, key) { return name == "tolerance" ? kib["vertices-" key] : key }

function against(title, name) {
    if (!(name in cpu)) return
    printf "| %s | %s | %s | %s |\n", title, seconds(cpu[name]), ratio(whole, cpu[name]), ratio(further, cpu[name])
}

# What figures cost alone, further ones, and the floor.
function tell_figures(    n, figure, i, f, part, format, each) {
    n = split(figures, figure, " ")
    for (i = 1; i <= n; i++) {
        alone += cpu["alone-" figure[i]]
        floor += cpu["floor-" figure[i] "-all"]
        for (f in cpu)
            if (f ~ "^floor-" figure[i] "-") { split(f, part, "-"); floors[part[3]] += cpu[f] }
    }
    # What is spent once is what they cost less together; the rest is spent on each.
    together = cpu["together-svg,png,pdf"]
    once = (alone - together) / (n - 1)
    further = (together - once) / n
    whole = alone / n
    floor /= n

    printf "\n| CPU, mean of figures %s | s |\n|---|---|\n", figures
    printf "| start (`version`) | %s |\n| start and load (`list`) | %s |\n", seconds(cpu["start"]), seconds(cpu["load"])
    printf "| a figure in three formats, by itself | %s |\n| a further figure | %s |\n", seconds(whole), seconds(further)
    split("svg png pdf", format, " ")
    for (i = 1; i <= 3; i++) {
        each = (cpu["together-" format[i]] - once) / n
        printf "| a further figure, %s | %s |\n", format[i], seconds(each)
        if (floor > 0) printf "| floor, %s | %s |\n", format[i], seconds(floors[format[i]] / n)
    }
    if (floor > 0) printf "| floor, three formats | %s |\n", seconds(floor)
    printf "| sector logistiek | %s |\n", seconds(cpu["sector"])

    printf "\n| ratio | |\n|---|---|\n"
    printf "| a figure by itself : a further one | %s |\n", ratio(whole, further)
    printf "| a further figure : floor | %s |\n", ratio(further, floor)
    printf "\n| peak of memory | MiB |\n|---|---|\n| figure 13 | %s |\n| %d figures | %s |\n", mib("alone-13"), n, mib("together-svg,png,pdf")
}

function tell_annex() {
    printf "\n| the annex | CPU, s | by the clock, s | peak, MiB |\n|---|---|---|---|\n"
    tell_run("--jobs 1", "annex-jobs-1")
    tell_run("--jobs 2", "annex-jobs-2")
    if ("annex-before" in cpu) {
        tell_run("before, --jobs 1", "annex-before")
        printf "\nAnnex : annex before, %s.", ratio(cpu["annex-jobs-1"], cpu["annex-before"])
    }
    printf "\nBy the clock, `--jobs 2` : `--jobs 1`, %s.\n", ratio(wall["annex-jobs-2"], wall["annex-jobs-1"])
}
function tell_run(title, name) {
    printf "| %s | %s | %s | %s |\n", title, seconds(cpu[name]), seconds(wall[name]), mib(name)
}

function tell_others(    i, of, with) {
    print "\n| the base map by others | CPU, s | a figure of ours by itself : it | a further figure : it |\n|---|---|---|---|"
    for (i = 1; i <= 2; i++) {
        of = i == 1 ? "set" : "source"
        with = i == 1 ? "our boundaries" : "the source's"
        against("Mapnik, three formats, " with, "mapnik-" of "-1")
        if (("mapnik-" of "-3") in cpu) {
            cpu["more"] = (cpu["mapnik-" of "-3"] - cpu["mapnik-" of "-1"]) / 2
            against("Mapnik, a further one, " with, "more")
        }
        if (("mapserver-" of "-png") in cpu) {
            cpu["server"] = cpu["mapserver-" of "-png"] + cpu["mapserver-" of "-pdf"] + cpu["mapserver-" of "-svg"]
            against("MapServer, three formats, " with, "server")
        }
        against("GMT, PDF and PNG, " with, "gmt-" of)
    }
}

# What was not measured in this run is not told.
END {
    if ("together-svg,png,pdf" in cpu) tell_figures()
    if ("annex-jobs-1" in cpu) tell_annex()
    growth("points on one map", "points", crowds)
    growth("tolerance of the boundaries, m", "tolerance", tolerances)
    growth("figures of ten points, with sheets", "figures", annexes)
    for (name in cpu)
        if (name ~ /^(mapnik|mapserver|gmt)-/) { tell_others(); break }
}
