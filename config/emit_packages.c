/*
 * mirage/NAME-TARGET.packages: the packages of the devices in use, one a line,
 * with their bounds. `mirage lock` reads it.
 */
#include "packages.h"
#include "project.h"

void emit_package(FILE *out, const struct package_use *use)
{
    fprintf(out, "%s", use->name);
    if (use->min)
        fprintf(out, " >= %s", use->min);
    if (use->max)
        fprintf(out, " < %s", use->max);
}

void emit_packages(FILE *out)
{
    emit_marker(out, "# ", "");
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next) {
        emit_package(out, use);
        fputc('\n', out);
    }
}
