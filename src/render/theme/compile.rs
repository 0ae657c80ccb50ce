//! All templates together; those of the site that cannot be used make way for the built-in ones.

use std::collections::BTreeSet;

use tera::Tera;

use super::blame;
use super::templates::{BUILT_IN, Overrides, Templates, built_in};
use crate::base::Diagnostic;

/// Compiles all templates together. Each round without success takes at least one template of the site away, and without any
/// of those there is no mistake.
pub fn compile(overrides: &Overrides, findings: &mut Vec<Diagnostic>) -> Tera {
    let takes_name = |name: &&str| name.strip_prefix(BUILT_IN).is_some_and(|bare| built_in(bare).is_some());
    let names = overrides.keys().map(|name| &**name);
    let (taken, mut standing): (BTreeSet<&str>, BTreeSet<&str>) = names.partition(takes_name);
    findings.extend(taken.into_iter().filter_map(|name| Some(blame::takes_name(name, overrides.get(name)?))));
    loop {
        let templates = Templates { overrides, standing: &standing };
        let compiled = attempt(templates);
        let problems = match &compiled {
            Ok(_) => blame::circles(templates),
            Err(error) => blame::blame(error, templates),
        };
        let mut culprits: BTreeSet<String> = problems.iter().map(|problem| problem.template.clone()).collect();
        culprits.retain(|name| standing.contains(&**name));
        findings.extend(problems.iter().filter(|problem| !problem.follows(templates)).map(|problem| problem.diagnose(overrides)));
        match compiled {
            Ok(tera) if problems.is_empty() => return tera,
            _ if standing.is_empty() => return Tera::new(),
            // Where no template of the site is named, any of them may be at fault: all make way.
            _ if culprits.is_empty() => standing.clear(),
            _ => standing.retain(|name| !culprits.contains(*name)),
        }
    }
}

fn attempt(templates: Templates<'_>) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.set_fallback_prefixes([BUILT_IN])?;
    tera.add_raw_templates(templates.names().into_iter().map(|name| (name.clone(), templates.text(&name))))?;
    Ok(tera)
}
